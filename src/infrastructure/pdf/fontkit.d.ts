/** What we use of fontkit, which brings no types: a parsed font is a font source for pdfkit, like the file itself. */
declare module 'fontkit' {
  export function openSync(path: string): PDFKit.Mixins.PDFFontSource;
}
