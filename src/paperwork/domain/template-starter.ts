import type { Paper, PaperBlock, PaperColumn } from '../../platform/text/paper.js';
import type { TemplateField } from './template-fields.js';

/** A paper whose values are the placeholders of a kind, each once at least: a template to begin with. */
export function starterPaper(title: string, fields: readonly TemplateField[]): Paper {
  const used = new Set<string>();
  const known = new Set(fields.map(({ name }) => name));
  const use = (name: string): string => {
    if (!known.has(name)) return '';
    used.add(name);
    return `{${name}}`;
  };
  const head = headOf(use, known.has('kepada'), title);
  const signature = signatureOf(use);
  const letterhead = letterheadOf(use);
  const lists = fields.filter(({ name, inside }) => inside && name !== 'tembusan');
  const left = fields.filter(({ name, inside }) => !inside && !used.has(name));
  return {
    title: `Templat ${title}`,
    letterhead,
    blocks: [
      ...head,
      { kind: 'paragraph', text: 'Dengan hormat kami sampaikan hal-hal berikut:' },
      { kind: 'facts', lines: left.map(({ name, says }) => [capital(says), `{${name}}`]) },
      ...lists.flatMap(listBlocks),
      { kind: 'paragraph', text: 'Demikian disampaikan. Atas perhatian Saudara diucapkan terima kasih.' },
      signature,
      { kind: 'copies', to: ['{#tembusan}', '{.}', '{/tembusan}'] },
    ],
  };
}

type Use = (name: string) => string;

const letterheadOf = (use: Use): Paper['letterhead'] => ({
  lines: [use('kop')],
  address: [
    `${use('kantor.alamat')} ${use('kantor.kode_pos')}`,
    `Telepon ${use('kantor.telepon')}, Laman ${use('kantor.laman')}, Pos-el ${use('kantor.surel')}`,
  ],
});

function headOf(use: Use, isAddressed: boolean, title: string): PaperBlock[] {
  const place = `${use('kantor.tempat')}, ${use('tanggal_surat')}`;
  if (!isAddressed) return [{ kind: 'title', text: title.toUpperCase(), number: use('nomor') }];
  return [
    {
      kind: 'reference',
      lines: [
        ['Nomor', use('nomor')],
        ['Sifat', use('sifat')],
        ['Lampiran', use('lampiran')],
        ['Hal', use('hal')],
      ],
      placeAndDate: place,
    },
    { kind: 'addressee', lines: [use('kepada')] },
  ];
}

const signatureOf = (use: Use): PaperBlock => ({
  kind: 'signature',
  above: [`${use('kantor.tempat')}, ${use('tanggal_surat')}`],
  position: use('penandatangan.jabatan'),
  name: use('penandatangan.nama'),
  nip: use('penandatangan.nip'),
  electronic: null,
});

/** A list as a table whose row is repeated, or as points. */
function listBlocks({ name, says, inside }: TemplateField): PaperBlock[] {
  const fields = inside ?? [];
  const heading: PaperBlock = { kind: 'paragraph', text: `${capital(says)}:` };
  if (fields.some((field) => field.name === '.')) {
    return [heading, { kind: 'points', items: [`{#${name}}`, '{.}', `{/${name}}`] }];
  }
  const cells = fields.map((field) => `{${field.name}}`);
  const last = cells.length - 1;
  const row = cells.map(
    (cell, index) => `${index === 0 ? `{#${name}}` : ''}${cell}${index === last ? `{/${name}}` : ''}`,
  );
  return [heading, { kind: 'table', columns: columnsOf(fields), rows: [row] }];
}

function columnsOf(fields: readonly { name: string; says: string }[]): PaperColumn[] {
  const weight = ({ name }: { name: string }): number => (name === 'no' ? 1 : 3);
  const whole = fields.reduce((sum, field) => sum + weight(field), 0);
  return fields.map((field) => ({
    title: field.name === 'no' ? 'No.' : capital(field.says),
    share: (weight(field) * 100) / whole,
  }));
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
