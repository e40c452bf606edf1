import type { VNode } from 'preact';
import { Icon } from '../../platform/pages/icon.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatCalendarDate } from '../../platform/text/dates.js';

import type { BookingInput } from '../domain/booking-input.js';
import { sensibleDate } from '../domain/chosen-time.js';
import type { BookingView } from '../use-cases/look-at-booking.js';
import { topicsOf } from './booking-form.js';
import { kindOptions, timeText } from './booking-words.js';
import { Look, Step } from './step.js';

interface ReviewStepProps {
  actor: Actor;
  input: BookingInput;
  view: BookingView;
}

/** Step 5: the request in sentences, and sending it. */
export function ReviewStep(props: ReviewStepProps): VNode {
  return (
    <Step number={5} id="kirim" title="Tinjau dan kirim">
      <div id="tinjauan">
        <Review {...props} />
      </div>
      <div class="booking-send">
        <button class="btn btn-primary" type="submit" name="langkah" value="kirim">
          Kirim permintaan
        </button>
        <button class="btn" type="submit" name="langkah" value="draf">
          Simpan sebagai draf
        </button>
        <Look value="periksa" step="kirim">
          Perbarui tinjauan
        </Look>
      </div>
      <p class="text-secondary mb-0 mt-2">
        Setelah dikirim, tuan rumah menjawab: menerima, mengusulkan waktu lain, atau menolak dengan alasan.
        Draf hanya terlihat oleh UPT Anda.
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
  { host, time, party }: BookingView,
): [href: string, text: string][] {
  const missing: [string, string, boolean][] = [
    ['#tuan-rumah', 'Tuan rumah', !host],
    ['#waktu', 'Waktu', !time || typeof time.chosen === 'string'],
    ['#judul', 'Judul', content.judul.trim() === ''],
    ['#maksud', 'Maksud dan tujuan', content.maksud.trim() === ''],
    ['#narahubung', 'Narahubung', content.narahubung.trim() === ''],
    ['#tempel', 'Perbaikan daftar peserta', party.pastedFaults.length > 0],
    ['#luar', 'Perbaikan daftar orang luar', party.outsiderFaults.length > 0],
  ];
  return missing.filter(([, , isMissing]) => isMissing).map(([href, text]) => [href, text]);
}

/** What is asked, as one would say it. */
function sentences({ actor, input, view }: ReviewStepProps): string[] {
  const { host, time, party, choices } = view;
  const { content } = input;
  const kind = kindOptions.find(({ value }) => value === content.bentuk)?.name.toLowerCase() ?? 'kunjungan';
  const chosen = time && typeof time.chosen !== 'string' ? time.chosen : null;
  const when = chosen && time ? ` pada ${timeText(chosen, time.timeZone, actor.timeZone)}` : '';
  const titled = content.judul.trim() ? `, berjudul “${content.judul.trim()}”` : '';
  const topics = topicsOf(content.topikKunjungan);
  const programs = choices.programs.filter(({ code }) => input.programs.includes(code));
  const letterDate = sensibleDate(content.tanggalSurat);
  const dated = letterDate === null ? '' : ` tanggal ${formatCalendarDate(letterDate)}`;
  const leader = party.members.find(({ role }) => role === 'leader');
  const led = leader ? `, dipimpin ${leader.name}` : '';
  const invited = party.members.filter(({ side }) => side === 'invited').length;
  const contact = [content.narahubung, content.telepon, content.surel].map((text) => text.trim());
  return [
    `${actor.placeName ?? 'UPT Anda'} mengajukan ${kind} ke ${host?.name ?? '(tuan rumah belum dipilih)'}${when}${titled}.`,
    topics.length > 0 ? `Topiknya ${topics.join(', ')}.` : '',
    programs.length > 0 ? `Programnya ${programs.map(({ name }) => name).join('; ')}.` : '',
    content.nomorSurat.trim() ? `Surat permohonan nomor ${content.nomorSurat.trim()}${dated}.` : '',
    party.size === null
      ? ''
      : `Rombongan ${party.size} orang${led}${invited > 0 ? `, dengan ${invited} undangan` : ''}.`,
    contact.some(Boolean) ? `Narahubung: ${contact.filter(Boolean).join(', ')}.` : '',
  ].filter(Boolean);
}

/** Beside the button, that nothing is lost meanwhile. */
export function KeptNote(): VNode {
  return (
    <p class="booking-kept" hidden data-kept>
      <Icon name="check" /> Isian disimpan di peramban ini sampai dikirim.
    </p>
  );
}
