// Comforts on pages that work without them: a look at a footnote's words, and the lit line brought into view.
"use strict";

(() => {
  const peek = document.createElement("div");
  peek.className = "peek";
  peek.setAttribute("role", "tooltip");
  peek.id = "peek";
  peek.hidden = true;
  document.body.append(peek);

  const show = (link) => {
    const note = document.getElementById(link.dataset.note);
    if (!note) return;
    peek.replaceChildren(...[...note.childNodes].map((node) => node.cloneNode(true)));
    peek.querySelectorAll("a").forEach((inner) => inner.replaceWith(...inner.childNodes));
    peek.hidden = false;
    const box = link.getBoundingClientRect();
    const room = document.documentElement.clientWidth - peek.offsetWidth - 16;
    peek.style.left = `${Math.max(16, Math.min(box.left - 24, room)) + window.scrollX}px`;
    const above = box.top - peek.offsetHeight - 10;
    peek.style.top = `${(above > 8 ? above : box.bottom + 10) + window.scrollY}px`;
    link.setAttribute("aria-describedby", "peek");
  };
  const hide = (link) => {
    peek.hidden = true;
    link.removeAttribute("aria-describedby");
  };
  document.querySelectorAll("a[data-note]").forEach((link) => {
    link.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && show(link));
    link.addEventListener("pointerleave", () => hide(link));
    link.addEventListener("focus", () => show(link));
    link.addEventListener("blur", () => hide(link));
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") peek.hidden = true;
  });

  const line = () => {
    const name = location.hash.slice(1);
    const lit = /^[a-z0-9-]+$/.test(name) && document.querySelector(`.l-${name}`);
    if (!lit) return;
    const margin = lit.closest(".margin");
    if (margin && margin.scrollHeight > margin.clientHeight) {
      margin.scrollTop = lit.offsetTop - margin.clientHeight / 3;
    }
  };
  window.addEventListener("hashchange", line);
  line();
})();
