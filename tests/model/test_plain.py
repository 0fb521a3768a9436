from regesta.model.plain import plain


def test_what_a_model_sees_is_as_long_as_what_is_written() -> None:
    text = "“Zoë’s ferry”\nleft\u00a0«late» 🚢"
    seen = plain(text)
    assert seen == '"Zoë\'s ferry" left "late" 🚢'
    assert len(seen) == len(text)


def test_of_endless_words_and_marks_the_beginning_is_kept() -> None:
    assert plain("a" * 1000) == "a" * 400 + " " * 600
    assert plain("!" * 100) == "!" * 24 + " " * 76
