import iconv from 'iconv-lite';

/** The characters of code page 850 by their bytes, as somebody else has them. */
export const codePage850: readonly string[] = Array.from({ length: 256 }, (_, byte) =>
  iconv.decode(Buffer.from([byte]), 'cp850'),
);
