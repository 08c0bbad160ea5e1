// Opens the print window of the slip. Without a script the browser's own print command does the same.
window.print();
