/** What a field that was entered afterwards is called, counted; what is not here is other content. */
const words: Readonly<Record<string, string>> = {
  'participant.attendance': 'kehadiran',
  participant: 'peserta',
  file: 'berkas',
  note: 'catatan',
  photo: 'foto',
  'photo.clearance': 'izin foto',
  'photo.caption': 'keterangan foto',
  'photo.album': 'susunan album foto',
  'photo.blur': 'penyamaran foto',
  'follow-up': 'tindak lanjut',
};

const wordsOf = (field: string): string =>
  words[field] ?? (field.includes('Letter') ? 'data surat' : 'data lain');

/** What came after the last summary in a line: `2 kehadiran, 1 foto`; empty where nothing did. */
export function recordedWords(fields: readonly { field: string; count: number }[]): string {
  const counts = new Map<string, number>();
  for (const { field, count } of fields) {
    const named = wordsOf(field);
    counts.set(named, (counts.get(named) ?? 0) + count);
  }
  return [...counts].map(([named, count]) => `${count} ${named}`).join(', ');
}
