/** The library has no types, and its plain name is that of a module of Node that is going away. */
declare module 'punycode/punycode.js' {
  const punycode: {
    /** A domain with its A-labels as U-labels. @throws RangeError where a label is none */
    readonly toUnicode: (domain: string) => string;
  };
  // biome-ignore lint/style/noDefaultExport: what a module of CommonJS exports
  export default punycode;
}
