/** The address as a QR code (ISO/IEC 18004): an SVG as a data URL, dark on white whatever the theme, as readers want. */
export async function qrCode(url: string): Promise<string> {
  const { default: QRCode } = await import('qrcode');
  const svg = await QRCode.toString(url, { type: 'svg', margin: 3, errorCorrectionLevel: 'M' });
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
