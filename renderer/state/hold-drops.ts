// A file dropped beside its place does nothing: else the page would be left for the file.

/** Whatever no drop zone has taken is refused, and the pointer shows it. */
export function holdDrops(page: Pick<Window, 'addEventListener'>): void {
  const refuse = (event: DragEvent): void => {
    if (event.defaultPrevented) return;
    event.preventDefault();
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'none';
  };
  page.addEventListener('dragover', refuse);
  page.addEventListener('drop', refuse);
}
