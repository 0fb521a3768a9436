"""Spellings of one name as languages and scripts write it, and the names of different heads of state."""

ZELENSKY = (
    "Volodymyr Zelenskyy", "Volodymyr Zelensky", "Volodymyr Zelenskiy", "Volodymyr Zelenskyi", "Volodymyr Zelenski",
    "Vladimir Zelensky", "Vladimir Zelenskiy", "Vladimir Zelenskyy", "Wolodymyr Selenskyj", "Wolodymyr Zelenski",
    "Wolodymyr Zełenski", "Wołodymyr Zełenski", "Volodímir Zelenski", "Volodimir Zelenski", "Vladímir Zelenski",
    "Volodymyr Zelenskij", "Volodymyr Selenskyj", "Volodymyr Zelenskyj", "Volodymyr Zelens’kyj", "Volodymyr Zelens'kyi",
    "Volodymyr Zelenskyjs", "Volodimirs Zelenskis", "Volodymyras Zelenskis", "Volodimiras Zelenskis",
    "Volodymyr Oleksandrovych Zelenskyy", "V. Zelenskyy", "Zelenskyy Volodymyr", "Volodymyr Zelenszkij",
    "Volodimir Zelenszkij", "Volodymyr Zelenskyi-", "Volodimir Zelenskij", "Volodimir Zelenskyj", "Volodymýr Zelenskyj",
    "Volodymyr Zelenskéj", "Volodymyr Zelenskiï", "Volodymyr Zelenskii", "Volodymyr Zelenskyï", "Volodimir Zelenskiy",
    "Vladimir Zelenskij", "Volodymyr Żełenski", "Volodîmîr Zelenski", "Volodimer Zelenski", "Wladimir Selenski",
    "Wladimir Selenskij", "Wladimir Selenskyj", "Volodymyr Zelenskí", "Volodymyr Zelenský", "Vladimír Zelenskij",
    "Vladimír Zelenskyj", "Vladimir Zelensci", "Volodymyr ZELENSKYY", "VOLODYMYR ZELENSKYY", "Volodimîr Zelenskî",
    "Володимир Зеленський", "Владимир Зеленский", "Уладзімір Зяленскі", "Володимир Зеленски", "Володимир Зеленски",
    "Владимир Зеленски", "Володимир Зеленскі", "Володимир Зеленський", "Володимір Зеленський", "Зеленський Володимир",
    "Володимир Олександрович Зеленський", "Владимир Александрович Зеленский", "Βολοντίμιρ Ζελένσκι",
    "Βολοντιμίρ Ζελένσκι", "Վոլոդիմիր Զելենսկի", "Վլադիմիր Զելենսկի", "ვოლოდიმირ ზელენსკი", "ולודימיר זלנסקי",
    "וולודימיר זלנסקי", "فولوديمير زيلينسكي", "فلاديمير زيلينسكي", "فولودیمیر زلنسکی", "ولودیمیر زلنسکی",
    "वोलोदिमिर ज़ेलेंस्की", "ভলোদিমির জেলেনস্কি", "ヴォロディミル・ゼレンスキー", "볼로디미르 젤렌스키",
)  # fmt: skip

# Heads of state with like names: father and son, namesakes, neighbours.
HEADS_OF_STATE = (
    ("George H. W. Bush", "USA"), ("George W. Bush", "USA"), ("Hafez al-Assad", "SYR"), ("Bashar al-Assad", "SYR"),
    ("Kim Il Sung", "PRK"), ("Kim Jong Il", "PRK"), ("Kim Jong Un", "PRK"), ("Ilham Aliyev", "AZE"),
    ("Heydar Aliyev", "AZE"), ("Gurbanguly Berdimuhamedow", "TKM"), ("Serdar Berdimuhamedow", "TKM"),
    ("Omar Bongo", "GAB"), ("Ali Bongo", "GAB"), ("Laurent-Désiré Kabila", "COD"), ("Joseph Kabila", "COD"),
    ("Mohammed VI", "MAR"), ("Hassan II", "MAR"), ("Abdullah II", "JOR"), ("Hussein bin Talal", "JOR"),
    ("Lech Kaczynski", "POL"), ("Aleksander Kwasniewski", "POL"), ("Viktor Yushchenko", "UKR"),
    ("Viktor Yanukovych", "UKR"), ("Leonid Kuchma", "UKR"), ("Leonid Kravchuk", "UKR"), ("Vladimir Putin", "RUS"),
    ("Dmitry Medvedev", "RUS"), ("Park Chung-hee", "KOR"), ("Park Geun-hye", "KOR"), ("Roh Moo-hyun", "KOR"),
    ("Roh Tae-woo", "KOR"), ("Lee Myung-bak", "KOR"), ("Lee Jae-myung", "KOR"), ("Hu Jintao", "CHN"),
    ("Xi Jinping", "CHN"), ("Jiang Zemin", "CHN"), ("Gnassingbe Eyadema", "TGO"), ("Faure Gnassingbe", "TGO"),
)  # fmt: skip
