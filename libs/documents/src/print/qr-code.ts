/** A text as a QR code, an SVG image. The library is loaded when the first is asked for. */
export async function qrCode(text: string): Promise<string> {
  const { toString } = await import('qrcode');
  return toString(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 2 });
}
