// A screen that many use: a minute after the last touch it begins anew, so that nobody goes on with what somebody else chose.
const start = document.body.dataset.again;
const after = 60;
let touched = Date.now();

if (start && !(location.pathname === start && !location.search)) {
  for (const touch of ['pointerdown', 'keydown', 'scroll']) addEventListener(touch, () => { touched = Date.now(); });
  setInterval(() => {
    if (Date.now() - touched > after * 1000) location.replace(start);
  }, 1000);
}
