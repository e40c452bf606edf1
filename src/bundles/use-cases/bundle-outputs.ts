/** Names of the files of a bundle in its folder. */
export const ZIP = 'bundel.zip';
export const PDF = /^bundel-(\d+)\.pdf$/;
export const pdfName = (volume: number): string => `bundel-${volume}.pdf`;
export const partName = (number: number): string => `bagian-${number}`;
