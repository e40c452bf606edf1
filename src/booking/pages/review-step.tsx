import type { VNode } from 'preact';
import { Icon } from '../../platform/pages/icon.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatCalendarDate } from '../../platform/text/dates.js';
import { bookingFields, fieldLines, isOnline, NO_LINK, visitModes } from '../../visits/index.js';
import {
  bookingLabel,
  modeOf,
  neededTexts,
  typedFields,
  type BookingInput,
} from '../domain/booking-input.js';
import { sensibleDate } from '../domain/chosen-time.js';
import type { BookingView } from '../use-cases/look-at-booking.js';
import { topicsOf } from './booking-form.js';
import { recurrenceWords } from '../../series/index.js';
import { kindOptions, timeText } from './booking-words.js';
import { LookAgain, Step } from './step.js';

interface ReviewStepProps {
  number: number;
  actor: Actor;
  input: BookingInput;
  view: BookingView;
}

/** Step 5: the request in sentences, and sending it. */
export function ReviewStep(props: ReviewStepProps): VNode {
  const { arranges } = props.view;
  return (
    <Step number={props.number} id="kirim" title="Tinjau dan kirim">
      <div id="tinjauan">
        <Review {...props} />
      </div>
      <div class="booking-send">
        <button class="btn btn-primary" type="submit" name="langkah" value="kirim">
          {arranges ? 'Atur kunjungan' : 'Kirim permintaan'}
        </button>
        {!arranges && (
          <button class="btn" type="submit" name="langkah" value="draf">
            Simpan sebagai draf
          </button>
        )}
        <LookAgain value="periksa" step="kirim">
          Perbarui tinjauan
        </LookAgain>
      </div>
      <p class="text-secondary mb-0 mt-2">
        {arranges
          ? 'Tamu dan tuan rumah diminta menjawab: menerima, mengusulkan waktu lain, atau menolak dengan alasan. Kunjungan menjadi pasti setelah keduanya menerima; selama itu Anda dapat menariknya kembali.'
          : 'Setelah dikirim, tuan rumah menjawab: menerima, mengusulkan waktu lain, atau menolak dengan alasan. Draf hanya terlihat oleh UPT Anda.'}
      </p>
    </Step>
  );
}

function Review(props: ReviewStepProps): VNode {
  const missing = missingOf(props.input, props.view);
  return (
    <>
      {missing.length > 0 && (
        <div class="booking-missing">
          <p class="mb-1">Masih perlu diisi:</p>
          <ul class="mb-0">
            {missing.map(([href, text]) => (
              <li key={text}>
                <a href={href}>{text}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
      <div class="prose">
        {sentences(props).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </>
  );
}

function missingOf(
  { content }: BookingInput,
  { guest, host, time, repeat, party }: BookingView,
): [href: string, text: string][] {
  const missing: [string, string, boolean][] = [
    ['#tamu-utama', 'Tamu', !guest],
    ['#tuan-rumah', 'Tuan rumah', !host],
    ['#waktu', 'Waktu', !time || typeof time.chosen === 'string'],
    ['#pengulangan', 'Pengulangan', typeof repeat === 'string'],
    ...neededTexts.map((name): [string, string, boolean] => [
      `#${name}`,
      bookingLabel(name),
      content[name].trim() === '',
    ]),
    ['#tempel', 'Perbaikan daftar peserta', party.pasted.faults.length > 0],
    ['#luar', 'Perbaikan daftar orang luar', party.outsiders.faults.length > 0],
  ];
  return missing.filter(([, , isMissing]) => isMissing).map(([href, text]) => [href, text]);
}

/** What the review tells under its own name, beside the sentences. */
const reviewedLines = fieldLines(typedFields.filter((name) => 'reviewed' in bookingFields[name].booking));

/** What is asked, as one would say it. */
function sentences({ actor, input, view }: ReviewStepProps): string[] {
  const { host, time, repeat, party, choices, joining } = view;
  const guest = view.guest?.name ?? '(tamu belum dipilih)';
  const opening = view.arranges
    ? `${actor.placeName ?? 'Kanwil'} meminta ${guest} dan tuan rumah mengadakan`
    : `${guest} mengajukan`;
  const { content } = input;
  const kind = kindOptions.find(({ value }) => value === content.kind)?.name.toLowerCase() ?? 'kunjungan';
  const chosen = time && typeof time.chosen !== 'string' ? time.chosen : null;
  const when = chosen && time ? ` pada ${timeText(chosen, time.timeZone, actor.timeZone)}` : '';
  const titled = content.title.trim() ? `, berjudul “${content.title.trim()}”` : '';
  const topics = topicsOf(content.topics);
  const programs = choices.programs.filter(({ code }) => input.programs.includes(code));
  const letterDate = sensibleDate(content.requestLetterDate);
  const dated = letterDate === null ? '' : ` tanggal ${formatCalendarDate(letterDate)}`;
  const leader = party.members.find(({ role }) => role === 'leader');
  const led = leader ? `, dipimpin ${leader.name}` : '';
  const invited = party.members.filter(({ side }) => side === 'invited').length;
  return [
    `${opening} ${kind} ke ${host?.name ?? '(tuan rumah belum dipilih)'}${when}${titled}.`,
    joining.chosen.length > 0 ? `Diajak ikut: ${joining.chosen.map(({ name }) => name).join(', ')}.` : '',
    repeat !== null && typeof repeat !== 'string'
      ? `Berulang: ${recurrenceWords(repeat.rule)} (${repeat.dates.filter(({ skipped }) => skipped === null).length} pertemuan).`
      : '',
    meetingWords(input),
    topics.length > 0 ? `Topiknya ${topics.join(', ')}.` : '',
    programs.length > 0 ? `Programnya ${programs.map(({ name }) => name).join('; ')}.` : '',
    content.requestLetterNumber.trim()
      ? `Surat permohonan nomor ${content.requestLetterNumber.trim()}${dated}.`
      : '',
    party.size === null
      ? ''
      : `Rombongan ${party.size} orang${led}${invited > 0 ? `, dengan ${invited} undangan` : ''}.`,
    ...reviewedLines.map(({ label, names }) => {
      const texts = names.map((name) => content[name].trim()).filter(Boolean);
      return texts.length > 0 ? `${label}: ${texts.join(', ')}.` : '';
    }),
  ].filter(Boolean);
}

/** How guests and host meet, where that is not only at the host. */
function meetingWords(input: BookingInput): string {
  const mode = modeOf(input);
  if (!isOnline({ mode })) return '';
  const link = input.content.meetingLink.trim();
  return `Cara bertemu: ${visitModes[mode].toLowerCase()}. ${link ? `Tautan rapat: ${link}` : NO_LINK}.`;
}

/** Beside the button, that nothing is lost meanwhile. */
export function KeptNote(): VNode {
  return (
    <p class="booking-kept" hidden data-kept>
      <Icon name="check" /> Isian disimpan di peramban ini sampai dikirim.
    </p>
  );
}
