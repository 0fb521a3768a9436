// Charts: a tooltip for what is pointed at or focused, and the drawing as a PNG. Without this file the charts still
// stand, with the browser's own tooltips and the SVG.
const tip = document.createElement("div");
tip.className = "tip";
tip.setAttribute("aria-hidden", "true"); // the same words are each bar's label
tip.hidden = true;
document.body.append(tip);

function show(mark) {
  mark.querySelector("title")?.remove(); // else the browser shows its own tooltip over ours
  tip.textContent = mark.dataset.tip;
  tip.hidden = false;
  const box = mark.getBoundingClientRect();
  const left = box.left + box.width / 2 - tip.offsetWidth / 2;
  tip.style.left = `${Math.max(8, Math.min(left, innerWidth - tip.offsetWidth - 8)) + scrollX}px`;
  tip.style.top = `${box.top + scrollY - tip.offsetHeight - 6}px`;
}

for (const [event, act] of [["pointerover", show], ["focusin", show]])
  document.addEventListener(event, (happened) => {
    const mark = happened.target.closest?.("[data-tip]");
    if (mark) act(mark);
    else tip.hidden = true;
  });
document.addEventListener("focusout", () => { tip.hidden = true; });
document.addEventListener("keydown", (happened) => { if (happened.key === "Escape") tip.hidden = true; });

async function png(url) {
  const image = new Image();
  image.src = url;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.naturalWidth * 2, image.naturalHeight * 2]; // sharp on paper and good screens
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((done) => canvas.toBlob(done, "image/png"));
}

document.addEventListener("click", async (happened) => {
  const button = happened.target.closest?.("[data-png]");
  if (!button) return;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await png(button.dataset.png));
  link.download = "regesta-chart.png";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
});

const offer = () => { for (const button of document.querySelectorAll("[data-png][hidden]")) button.hidden = false; };
offer();
document.addEventListener("htmx:after:swap", offer);
