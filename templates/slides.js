// The presentation mode: one slide of the dialog at a time. Without this script the page is whole.
(() => {
  "use strict";
  const deck = document.getElementById("deck");
  const present = document.getElementById("present");
  if (!deck || !present || !deck.showModal) return;
  const slides = [...deck.querySelectorAll(".slide")];
  const left = document.getElementById("left");
  const spans = JSON.parse(deck.dataset.spans);
  const link = new RegExp("^#" + deck.dataset.word + "-(\\d+)$");
  let current = 0;

  const asked = () => {
    const found = link.exec(decodeURI(location.hash));
    return found ? Math.min(Math.max(Number(found[1]), 1), slides.length) - 1 : -1;
  };

  // The maker of the slides counts letters; fonts differ. Shrink until it fits, scroll as a last resort.
  const fit = (slide) => {
    let scale = 1;
    slide.style.setProperty("--fit", scale);
    while (slide.scrollHeight > slide.clientHeight + 1 && scale > 0.6) {
      scale -= 0.05;
      slide.style.setProperty("--fit", scale);
    }
    if (slide.scrollHeight > slide.clientHeight + 1) slide.tabIndex = 0;
    else slide.removeAttribute("tabindex");
  };

  const address = (hash) => {
    try { history.replaceState(null, "", location.pathname + location.search + hash); } catch { /* the address is only a service */ }
  };

  const show = (index) => {
    current = Math.min(Math.max(index, 0), slides.length - 1);
    slides.forEach((slide, place) => { slide.hidden = place !== current; });
    document.getElementById("place").textContent = current + 1;
    document.getElementById("back").disabled = current === 0;
    document.getElementById("on").disabled = current === slides.length - 1;
    fit(slides[current]);
    slides[current].scrollTop = 0;
    slides[current].querySelector("h2").focus({ preventScroll: true });
    address("#" + deck.dataset.word + "-" + (current + 1));
    tick();
  };

  const open = (index) => {
    if (!deck.open) deck.showModal();
    show(index);
  };

  // The minutes left of the item to which a slide belongs, else of the one that the clock shows.
  const tick = () => {
    const now = new Date();
    const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
    const minute = now.getHours() * 60 + now.getMinutes();
    const begun = spans.filter((span) => span[1] <= minute);
    const span = begun.filter((item) => item[0] === slides[current].dataset.item).pop() || begun.filter((item) => minute < item[2]).pop();
    left.hidden = day !== deck.dataset.day || !span || minute > span[2] + 90;
    if (left.hidden) return;
    const count = span[2] - minute;
    const text = count >= 0 ? deck.dataset.left : deck.dataset.over;
    left.classList.toggle("over", count < 0);
    left.textContent = text.replace("{count}", Math.abs(count)).replace("{item}", () => span[3]);
  };

  // Is there more of a slide below or above, where it had to scroll?
  const scrolls = (slide, down) =>
    down ? slide.scrollTop + slide.clientHeight < slide.scrollHeight - 2 && slide.tabIndex === 0 : slide.scrollTop > 0;

  deck.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const space = event.key === " " && event.target.tagName !== "BUTTON";
    const down = event.key === "ArrowDown" || event.key === "PageDown" || (space && !event.shiftKey);
    const up = event.key === "ArrowUp" || event.key === "PageUp" || (space && event.shiftKey);
    if ((down && scrolls(slides[current], true)) || (up && scrolls(slides[current], false))) {
      slides[current].scrollBy(0, (down ? 0.8 : -0.8) * slides[current].clientHeight);
    } else if (down || event.key === "ArrowRight") show(current + 1);
    else if (up || event.key === "ArrowLeft") show(current - 1);
    else if (event.key === "Home") show(0);
    else if (event.key === "End") show(slides.length - 1);
    else return;
    event.preventDefault();
  });
  document.getElementById("back").addEventListener("click", () => show(current - 1));
  document.getElementById("on").addEventListener("click", () => show(current + 1));
  document.getElementById("close").addEventListener("click", () => deck.close());
  deck.addEventListener("close", () => {
    address("");
    present.focus();
  });
  present.addEventListener("click", () => open(current));
  addEventListener("hashchange", () => { if (asked() >= 0) open(asked()); });
  addEventListener("resize", () => { if (deck.open) fit(slides[current]); });
  setInterval(() => { if (deck.open) tick(); }, 5000);
  present.hidden = false;
  if (asked() >= 0) open(asked());
})();
