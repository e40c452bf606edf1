import type { GuestAnswer } from './guest-answers.js';

/** Where an organisation stands with a visit, in words, and the colour of its badge. */
export const guestAnswerWords: Readonly<Record<GuestAnswer, { name: string; colour: string }>> = {
  asked: { name: 'Menunggu jawaban', colour: 'yellow' },
  joined: { name: 'Ikut', colour: 'green' },
  declined: { name: 'Tidak ikut', colour: 'red' },
  left: { name: 'Mengundurkan diri', colour: 'red' },
  lapsed: { name: 'Tidak dijawab', colour: 'secondary' },
  'taken-back': { name: 'Ajakan ditarik', colour: 'secondary' },
  ended: { name: 'Tidak berlaku lagi', colour: 'secondary' },
};
