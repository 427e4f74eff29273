// A file taken away: the browser saves what stands at an address, under a name that says what it is.

/** @param url of this house or a `blob:` of this page: of another origin the name would not hold */
export function saveAs(url: string, name: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}
