import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { NoticeAlert, RefusalAlert, TextArea } from '../../platform/pages/form-parts.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatCalendarDate } from '../../platform/text/dates.js';
import type { DisplacedVisit } from '../domain/displaced-visits.js';
import { effectOf, type NamedHoliday, type HolidayEffect, type LineFault } from '../domain/holiday-paste.js';
import { DisplacedCard } from './displaced-card.js';

/** What was read of a pasted list, before it is saved. */
export interface Preview {
  text: string;
  holidays: readonly NamedHoliday[];
  faults: readonly LineFault[];
  /** Agreed visits on the new days. */
  displaced: readonly DisplacedVisit[];
}

interface HolidaysPageProps {
  actor: Actor;
  /** All that are stored, by date. */
  stored: readonly NamedHoliday[];
  year: string;
  notice?: string | undefined;
  /** What was removed just now and can be put back. */
  removed?: NamedHoliday | null;
  preview?: Preview;
  faults: FormFaults | null;
}

const PATH = '/pengelolaan/libur';
const kindNames = { 'public-holiday': 'Libur nasional', 'collective-leave': 'Cuti bersama' } as const;
const effectNames: Record<HolidayEffect, string> = { new: 'Baru', changed: 'Berubah', same: 'Sudah sama' };

/** The days on which no unit receives guests. */
export function HolidaysPage({
  actor,
  stored,
  year,
  notice,
  removed,
  preview,
  faults,
}: HolidaysPageProps): VNode {
  return (
    <Layout title="Hari libur" actor={actor} path="/pengelolaan" styles={['units/pages/administration.css']}>
      <PageHeading
        title="Hari libur"
        lead="Pada hari-hari ini tidak ada UPT yang menerima kunjungan."
        back={['/pengelolaan', 'Pengelolaan']}
      />
      {notice !== undefined && (
        <NoticeAlert>
          {notice}
          {removed && <Undo holiday={removed} />}
        </NoticeAlert>
      )}
      {preview && <PreviewCard preview={preview} stored={stored} />}
      <Card title={preview ? 'Perbaiki daftar' : 'Tambah dari daftar'}>
        <PageForm class="card-body prose" action={`${PATH}/periksa`}>
          <RefusalAlert faults={faults} />
          <TextArea
            name="daftar"
            label="Daftar hari libur"
            rows={8}
            value={preview?.text}
            placeholder={'1 Januari 2027; Tahun Baru 2027 Masehi\n24 Desember 2027; Natal; cuti bersama'}
            hint="Satu hari tiap baris: tanggal, lalu nama. Tambahkan “cuti bersama” di ujungnya bila memang cuti bersama. Tanggal yang sudah ada akan diganti."
            faults={faults}
          />
          <button class={preview && preview.holidays.length > 0 ? 'btn' : 'btn btn-primary'} type="submit">
            Periksa
          </button>
        </PageForm>
      </Card>
      <StoredCard stored={stored} year={year} />
    </Layout>
  );
}

function Undo({ holiday: { name, date } }: { holiday: NamedHoliday }): VNode {
  return (
    <PageForm class="mt-2" action={`${PATH}/urungkan`}>
      <button class="btn" type="submit">
        Urungkan
        <span class="visually-hidden">
          {' '}
          penghapusan {name}, {formatCalendarDate(date)}
        </span>
      </button>
    </PageForm>
  );
}

function PreviewCard({ preview, stored }: { preview: Preview; stored: readonly NamedHoliday[] }): VNode {
  const { text, holidays, faults, displaced } = preview;
  const known = new Map(stored.map((holiday) => [holiday.date, holiday]));
  return (
    <Card title="Yang akan disimpan">
      {faults.length > 0 && (
        <div class="card-body" role="alert">
          <h3 class="fs-4">Baris yang belum terbaca</h3>
          <p>Perbaiki di bawah ini, lalu periksa lagi. Belum ada yang disimpan.</p>
          <ul class="mb-0">
            {faults.map(({ line, message }) => (
              <li key={line}>
                Baris {line}: {message}
              </li>
            ))}
          </ul>
        </div>
      )}
      {holidays.length > 0 && (
        <table class="table mb-0">
          <thead>
            <tr>
              <th scope="col">Hari</th>
              <th scope="col">Akibatnya</th>
            </tr>
          </thead>
          <tbody>
            {holidays.map((holiday) => (
              <tr key={holiday.date}>
                <td>
                  <Day holiday={holiday} />
                </td>
                <td>
                  <Effect holiday={holiday} known={known} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {holidays.length > 0 && faults.length === 0 && (
        <PageForm class="card-footer" action={PATH}>
          <DisplacedCard displaced={displaced} />
          <input type="hidden" name="daftar" value={text} />
          <button class="btn btn-primary" type="submit">
            {displaced.length > 0 ? 'Tetap simpan' : 'Simpan'} {holidays.length} hari
          </button>
        </PageForm>
      )}
    </Card>
  );
}

function Effect({
  holiday,
  known,
}: {
  holiday: NamedHoliday;
  known: ReadonlyMap<string, NamedHoliday>;
}): VNode {
  const effect = effectOf(holiday, known);
  const before = known.get(holiday.date);
  return (
    <>
      {effectNames[effect]}
      {effect === 'changed' && before && (
        <span class="d-block text-secondary">
          semula {before.name} ({kindNames[before.kind].toLowerCase()})
        </span>
      )}
    </>
  );
}

function Day({ holiday: { date, name, kind } }: { holiday: NamedHoliday }): VNode {
  return (
    <>
      <span class="d-block fw-medium text-break">{name}</span>
      <span class="text-secondary">
        {formatCalendarDate(date)} · {kindNames[kind]}
      </span>
    </>
  );
}

function StoredCard({ stored, year }: { stored: readonly NamedHoliday[]; year: string }): VNode {
  const years = [...new Set([...stored.map(({ date }) => date.slice(0, 4)), year])].sort();
  const shown = stored.filter(({ date }) => date.startsWith(year));
  return (
    <Card title={`Hari libur ${year}`}>
      <nav class="card-body" aria-label="Tahun">
        <ul class="nav nav-pills gap-1">
          {years.map((each) => (
            <li class="nav-item" key={each}>
              <a
                class={each === year ? 'nav-link active' : 'nav-link'}
                href={`${PATH}?tahun=${each}`}
                aria-current={each === year ? 'true' : undefined}
              >
                {each}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {shown.length > 0 ? (
        <table class="table mb-0">
          <thead>
            <tr>
              <th scope="col">Hari</th>
              <th scope="col">
                <span class="visually-hidden">Hapus</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((holiday) => (
              <tr key={holiday.date}>
                <td>
                  <Day holiday={holiday} />
                </td>
                <td class="administration-step">
                  <PageForm action={`${PATH}/${holiday.date}/hapus`}>
                    <button class="btn" type="submit">
                      Hapus<span class="visually-hidden"> {holiday.name}</span>
                    </button>
                  </PageForm>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <Empty icon="calendar" title={`Belum ada hari libur ${year}`}>
          Tempelkan daftar dari SKB tiga menteri di atas, lalu periksa dan simpan.
        </Empty>
      )}
    </Card>
  );
}
