import { describe, expect, test } from '@jest/globals';
import readExcelFile from 'read-excel-file/node';
import type { TableFormat } from './document-format.js';
import { exportList, MOST_EXPORTED } from './list-export.js';

const made = { now: new Date('2025-10-30T01:00:00Z'), zone: 'Asia/Jakarta' } as const;

/** A list of so many numbers, read page by page. */
function numbers(count: number) {
  const asked: number[] = [];
  return {
    asked,
    list: {
      name: 'angka',
      title: 'Angka',
      columns: [
        { title: 'Angka', kind: 'number' as const, cell: (item: number) => item },
        { title: 'Kuadrat', kind: 'number' as const, cell: (item: number) => item * item },
      ],
      read: ({ limit, cursor }: { limit: number; cursor: string | undefined }) => {
        asked.push(limit);
        const from = Number(cursor ?? 0);
        const items = Array.from({ length: Math.min(limit, count - from) }, (_, i) => from + i + 1);
        const nextCursor = from + limit < count ? String(from + limit) : null;
        return Promise.resolve({ items, nextCursor });
      },
    },
  };
}

const linesOf = async (count: number, format: TableFormat): Promise<[name: string, lines: string[]]> => {
  const { name, content } = await exportList(numbers(count).list, format, made);
  return [name, content.toString('utf8').trimEnd().split('\r\n')];
};

test('has every row of every page, and is named by the list and the reader\u2019s day', async () => {
  const [name, lines] = await linesOf(1_234, 'csv');
  expect(name).toBe('angka-2025-10-30.csv');
  expect([lines.length, lines.at(-1)]).toEqual([1_235, '1234,1522756']);
});

describe('a list of more than a file may hold', () => {
  test('is cut, and its name says so', async () => {
    const [name, lines] = await linesOf(MOST_EXPORTED + 1, 'csv');
    expect(name).toBe('angka-2025-10-30-5000-baris-pertama.csv');
    expect(lines).toHaveLength(MOST_EXPORTED + 1);
  });

  test('says in a last line for Excel, and on a sheet of a workbook, that there is more', async () => {
    const [, lines] = await linesOf(MOST_EXPORTED + 1, 'csv-excel');
    expect(lines.at(-1)).toBe(
      'Hanya 5000 baris pertama. Persempit saringan daftar untuk mengunduh sisanya.;',
    );
    const { content } = await exportList(numbers(MOST_EXPORTED + 1).list, 'xlsx', made);
    const sheets = await readExcelFile(content);
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Angka', 'Keterangan']);
    expect(sheets[0]?.data).toHaveLength(MOST_EXPORTED + 1);
  });

  test('is read no further', async () => {
    const { asked, list } = numbers(100_000);
    await exportList(list, 'csv', made);
    expect(asked.reduce((sum, limit) => sum + limit, 0)).toBe(MOST_EXPORTED);
  });
});

test('one of exactly as many as fit is whole', async () => {
  const [name, lines] = await linesOf(MOST_EXPORTED, 'csv-excel');
  expect([name, lines.length]).toEqual(['angka-2025-10-30-excel.csv', MOST_EXPORTED + 1]);
});

test('one that holds more than its pages show says so, too', async () => {
  const { list } = numbers(3);
  const cut = {
    ...list,
    read: async (page: { limit: number; cursor: string | undefined }) => ({
      ...(await list.read(page)),
      isTotalCut: true,
    }),
  };
  expect((await exportList(cut, 'csv', made)).name).toBe('angka-2025-10-30-3-baris-pertama.csv');
});
