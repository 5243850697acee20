// Before the first paint, so that a chosen theme never flashes.
try {
  var chosen = localStorage.getItem('stemma-theme');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
} catch (_) {
  // Storage may be forbidden: the system's theme it is.
}
