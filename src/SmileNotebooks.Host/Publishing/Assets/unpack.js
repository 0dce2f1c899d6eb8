// Reads a text that the publisher packed into a script element: gzip, 13 bits in two characters (DenseText.cs).
"use strict";
async function unpackText(id) {
  const packed = document.getElementById(id);
  const text = packed.textContent;
  const digit = new Uint8Array(128);
  [..."!\"#$%'()*+,-./0123456789:;=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~"].forEach((c, value) => { digit[c.charCodeAt(0)] = value; });
  const bytes = new Uint8Array(Number(packed.dataset.length));
  let pending = 0;
  let count = 0;
  let written = 0;
  for (let at = 0; at < text.length; at += 2) {
    pending |= (digit[text.charCodeAt(at)] * 91 + digit[text.charCodeAt(at + 1)]) << count;
    for (count += 13; count >= 8 && written < bytes.length; count -= 8) {
      bytes[written++] = pending & 255;
      pending >>>= 8;
    }
  }
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}
