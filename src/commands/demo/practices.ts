import sharp from 'sharp';
import {
  KeepNoteAttachments,
  TakeNoteStep,
  TalkAboutNote,
  UseNote,
  WriteNote,
  type GivenNote,
} from '../../notes/index.js';
import { headOf, officerOf, type ExampleUnit } from './accounts.js';
import { on, type Stage, type StoryStep } from './stage.js';

const topics = ['Ketahanan pangan', 'Kehumasan'];
const programs = ['akselerasi-2', 'akselerasi-3'];

export const gardenTitle = 'Kebun, ternak, dan hasil karya yang diceritakan dengan baik';

type Act = (stage: Stage) => Promise<string | undefined>;
const step = (at: Date, tell: string, act: Act): StoryStep => ({ at, tell, act });
const quietly = (work: Promise<unknown>): Promise<undefined> => work.then(() => undefined);

/** Best-practice notes of the story: written, published, asked about, used by another unit; and one that waits. */
export function practiceSteps(
  { host, guest, compared }: Record<'host' | 'guest' | 'compared', ExampleUnit>,
  visitId: () => string,
  story: { note: string },
): StoryStep[] {
  let id = '';
  let question = '';
  return [
    step(
      on('2025-10-31', '08.45'),
      `${host} proposes a best-practice note, with a picture`,
      async (stage) => {
        const actor = stage.actor(officerOf(host));
        const note = { ...garden, programs, topics, visit: visitId(), state: 'proposed' as const };
        id = await stage.use(WriteNote).create(actor, host, note);
        story.note = id;
        const picture = { content: await drawnGarden(), caption: gardenCaption, cleared: true };
        await stage.use(KeepNoteAttachments).addPicture(actor, id, picture);
        return garden.title;
      },
    ),
    step(on('2025-10-31', '09.10'), `the head of ${host} publishes it`, (stage) =>
      quietly(stage.use(TakeNoteStep).execute(stage.actor(headOf(host)), id, 'publish', 1, '')),
    ),
    step(on('2025-11-04', '10.00'), `${guest} asks about it`, async (stage) => {
      const body = 'Berapa biaya satu demplot, dan siapa yang menyiram pada akhir pekan?';
      question = await stage.use(TalkAboutNote).say(stage.actor(officerOf(guest)), id, 'question', body);
      return undefined;
    }),
    step(on('2025-11-05', '08.15'), `${host} answers`, (stage) => {
      const answer =
        'Sekitar Rp2,5 juta untuk 40 m². Penyiraman bergilir per kelompok, dua orang setiap akhir pekan.';
      return quietly(stage.use(TalkAboutNote).answer(stage.actor(officerOf(host)), id, question, answer));
    }),
    step(on('2025-11-20', '09.00'), `${guest} says that it uses the note of ${host}`, (stage) =>
      quietly(stage.use(UseNote).start(stage.actor(headOf(guest)), id, '2025-11-17')),
    ),
    ...notesOfOthers(compared),
  ];
}

function notesOfOthers(compared: ExampleUnit): StoryStep[] {
  return [
    step(
      on('2025-11-18', '09.20'),
      'lapas-kerobokan publishes a note for units of its region',
      async (stage) => {
        const note = {
          ...waste,
          topics: ['Pengelolaan sampah'],
          visibility: 'region',
          state: 'published',
        } as const;
        await stage.use(WriteNote).create(stage.actor(headOf('lapas-kerobokan')), 'lapas-kerobokan', {
          ...note,
          topics: [...note.topics],
        });
        return waste.title;
      },
    ),
    step(
      on('2025-11-24', '13.30'),
      `${compared} proposes a note, which waits for its head`,
      async (stage) => {
        const note = { ...visits, topics: ['Kehumasan'], state: 'proposed' as const };
        await stage.use(WriteNote).create(stage.actor(officerOf(compared)), compared, note);
        return visits.title;
      },
    ),
  ];
}

const garden = {
  title: gardenTitle,
  context: 'Lahan terbatas, dan hasil pembinaan belum dikenal masyarakat.',
  whatWasDone:
    'Sayuran, ikan, dan kambing dikelola **dalam satu kawasan**:\n\n' +
    '- kotoran kambing menjadi pupuk sayuran,\n- air kolam menyiram bedengan,\n- hasil olahannya diberi kemasan.\n\n' +
    'Setiap panen diceritakan dengan narasi positif dan konten yang informatif.',
  resources:
    '| Keperluan | Biaya |\n| --- | --- |\n| Bedengan 40 m² | Rp1.500.000 |\n| Kolam terpal | Rp1.000.000 |\n\n' +
    'Dua petugas pembina, masing-masing satu jam sehari.',
  howToCopy:
    '1. Mulai dari satu demplot dan satu tulisan setiap pekan.\n2. Tunjuk satu penanggung jawab untuk masing-masing.\n' +
    '3. Catat setiap panen; angka itulah bahan ceritanya.',
  result: 'Panen rutin **120 kg sebulan**, dan empat liputan media yang positif dalam setengah tahun.',
  pitfalls:
    'Jangan membuka lahan luas sekaligus: pada musim kering dua bedengan gagal karena air tidak cukup.',
  contact: 'Seksi Pelayanan Tahanan, melalui alamat surel UPT.',
} satisfies GivenNote;

const waste = {
  title: 'Bank sampah yang membiayai dirinya sendiri',
  context: 'Sampah organik dan plastik menumpuk di belakang dapur.',
  whatWasDone: 'Sampah dipilah di dapur dan blok, ditimbang setiap Jumat, lalu dijual atau dijadikan kompos.',
  resources: 'Tiga tong per blok, satu timbangan, satu buku catatan.',
  howToCopy:
    '1. Mulai dari dapur.\n2. Sepakati harga dengan satu pengepul.\n3. Umumkan hasil timbangan setiap pekan.',
  result: 'Sampah yang dibuang turun dari 90 kg menjadi 35 kg sehari.',
  pitfalls: 'Kompos yang terlalu basah berbau; tambahkan daun kering.',
  contact: 'Subseksi Kegiatan Kerja.',
} satisfies GivenNote;

const visits = {
  title: 'Satu halaman cerita setiap pekan untuk media setempat',
  context: 'Kegiatan pembinaan jarang diberitakan.',
  whatWasDone:
    'Setiap Senin satu cerita pembinaan ditulis dengan tiga foto yang sudah diperiksa, lalu dikirim ke lima media.',
  howToCopy: '1. Pilih satu kegiatan.\n2. Tulis empat paragraf.\n3. Kirim sebelum Senin siang.',
  result: 'Sebelas dari dua puluh cerita dimuat.',
} satisfies GivenNote;

const gardenCaption = 'Gambar rencana kawasan: bedengan sayuran, kolam ikan, dan kandang kambing';

/** A plan of the garden, drawn here: no picture of anybody's. */
function drawnGarden(): Promise<Buffer> {
  const beds = [0, 1, 2, 3].map(
    (row) =>
      `<rect x="80" y="${110 + row * 130}" width="560" height="90" rx="12" fill="#7a5230"/>` +
      [...new Array(9).keys()]
        .map((plant) => `<circle cx="${120 + plant * 60}" cy="${155 + row * 130}" r="24" fill="#4f9d45"/>`)
        .join(''),
  );
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="700"><rect width="1200" height="700" fill="#dfeccd"/>' +
    `${beds.join('')}<ellipse cx="900" cy="240" rx="210" ry="130" fill="#5aa6d6"/>` +
    '<path d="M720 450h360v170H720z" fill="#c79a5b"/><path d="M700 460l200-90 200 90z" fill="#a3502f"/></svg>';
  return sharp(Buffer.from(svg)).png().toBuffer();
}
