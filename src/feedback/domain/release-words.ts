import { FEWEST_ANSWERS } from './feedback-release.js';

/** What participants are told of how their answers are shown (`nextRelease`, `showsTheRest`). */
export const releaseWords =
  `Agar tidak ketahuan siapa menjawab apa, nilai dan tulisan baru ditampilkan setelah sedikitnya ${FEWEST_ANSWERS} orang mengisi, ` +
  `diacak untuk tiap pertanyaan, dan baru diperbarui bila jawaban sedikitnya ${FEWEST_ANSWERS} orang bertambah atau berubah. ` +
  `Sesudah formulir ditutup, tulisan yang tersisa ditampilkan tanpa nama dan tanpa nilai, hanya bila sedikitnya ${FEWEST_ANSWERS} orang mungkin menulisnya. ` +
  'Nama Anda hanya disebut bila Anda mengizinkan.';
