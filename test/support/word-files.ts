import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import { Document, Footer, Header, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';

type Row = readonly string[];

/** A Word document of paragraphs, and of rows of tables. */
export async function wordFile(
  lines: readonly (string | readonly Row[])[],
  { header = '', footer = '' } = {},
): Promise<Buffer> {
  const document = new Document({
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph(header)] }) },
        footers: { default: new Footer({ children: [new Paragraph(footer)] }) },
        children: lines.map((line) => (typeof line === 'string' ? new Paragraph(line) : tableOf(line))),
      },
    ],
  });
  return Packer.toBuffer(document);
}

const tableOf = (rows: readonly Row[]): Table =>
  new Table({
    rows: rows.map(
      (cells) =>
        new TableRow({
          children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })),
        }),
    ),
  });

/** The file with parts changed or added; null takes one away. */
export function changedParts(
  docx: Buffer,
  change: Readonly<Record<string, string | null | ((xml: string) => string)>>,
): Buffer {
  const parts: Zippable = { ...unzipSync(new Uint8Array(docx)) };
  for (const [name, content] of Object.entries(change)) {
    if (content === null) delete parts[name];
    else if (typeof content === 'string') parts[name] = strToU8(content);
    else parts[name] = strToU8(content(Buffer.from(parts[name] as Uint8Array).toString('utf8')));
  }
  return Buffer.from(zipSync(parts));
}

export const relationship = (type: string, target: string) => (xml: string) =>
  xml.replace(
    '</Relationships>',
    `<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" TargetMode="External"/></Relationships>`,
  );
