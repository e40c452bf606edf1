import { DayLines } from '../../platform/pages/day-lines.js';
import type { VNode } from 'preact';
import { DateField, TimeField } from '../../platform/pages/calendar-fields.js';
import { Card } from '../../platform/pages/card.js';
import { DescribedField } from '../../platform/pages/described-field.js';
import { asList } from '../../platform/pages/described-form.js';
import { Check, Field, Group, RefusalAlert, Select, TextArea } from '../../platform/pages/form-parts.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import { LookAtList, PastedField, PASTED_STYLES } from '../../platform/pages/pasted-people.js';
import type { Actor } from '../../platform/security/actor.js';
import { REVIEW_DAYS, visitFields, kindWords, visitKinds, type ProgramChoice } from '../../visits/index.js';
import { contentNames, letterNames, promiseRows } from './record-form.js';
import { toldWords } from '../domain/attended-party.js';
import { listsOf } from './read-record.js';

interface RecordPageProps {
  actor: Actor;
  units: readonly { code: string; name: string }[];
  programs: readonly ProgramChoice[];
  sent: SentForm | undefined;
  faults: FormFaults | null;
}

/** Entering a visit that was agreed upon elsewhere, in one page. */
export function RecordPage(props: RecordPageProps): VNode {
  const { actor, units, faults } = props;
  return (
    <Layout
      title="Catat kunjungan"
      actor={actor}
      path="/kunjungan"
      styles={['visits/pages/visit.css', 'records/pages/record.css', PASTED_STYLES]}
    >
      <PageHeading
        title="Catat kunjungan"
        lead="Untuk kunjungan yang disepakati di luar Sambang: yang akan datang langsung pasti, yang sudah lewat tercatat dilaksanakan."
        back={['/kunjungan', 'Semua kunjungan']}
      />
      <RefusalAlert faults={faults} />
      <PageForm class="visit-form" action="/kunjungan/catat">
        <datalist id="semua-upt">
          {units.map(({ code, name }) => (
            <option key={code} value={name} />
          ))}
        </datalist>
        <UnitsAndTime {...props} />
        <Content {...props} />
        <People {...props} />
        <Outcome {...props} />
        <Promises {...props} />
        <p class="text-secondary">
          UPT lain dan Kanwil diberi tahu lewat surel, dan dapat mengajukan keberatan dalam {REVIEW_DAYS}{' '}
          hari. Untuk kunjungan yang sudah lewat tidak ada undangan atau pengingat yang dikirim.
        </p>
        <div class="btn-list">
          <button class="btn btn-primary" type="submit">
            Catat kunjungan
          </button>
          <a class="btn" href="/kunjungan">
            Batal
          </a>
        </div>
      </PageForm>
    </Layout>
  );
}

function UnitsAndTime({ sent, faults }: RecordPageProps): VNode {
  const text = (name: string) => ({ name, value: typed(sent, name), faults });
  const byName = { list: 'semua-upt', maxLength: 200, autocomplete: 'off' };
  return (
    <Card title="Siapa dan kapan">
      <div class="card-body">
        <Field {...text('tamu')} {...byName} label="UPT tamu" hint="Nama atau kode UPT." first />
        <Field {...text('tuan')} {...byName} label="UPT tuan rumah" hint="Nama atau kode UPT." />
        <Select
          {...text('kind')}
          label="Jenis"
          options={visitKinds.map((kind) => ({ value: kind, name: kindWords[kind] }))}
        />
        <div class="record-times">
          <DateField {...text('day')} label="Hari" earliest="2015-01-01" />
          <DateField {...text('lastDay')} label="Sampai hari" earliest="2015-01-01" optional />
          <TimeField {...text('from')} label="Mulai" zone={null} />
          <TimeField {...text('to')} label="Selesai" zone={null} />
        </div>
        <p class="form-hint">Jam menurut waktu setempat di tuan rumah.</p>
        <DayLines {...text('ownHours')} />
      </div>
    </Card>
  );
}

function Content({ programs, sent, faults }: RecordPageProps): VNode {
  const chosen = asList(sent?.['programs']).map(String);
  const typedField = (name: (typeof contentNames)[number] | (typeof letterNames)[number]) => (
    <DescribedField
      key={name}
      name={name}
      field={visitFields[name]}
      {...(words[name] ?? {})}
      value={typed(sent, name)}
      optional={name !== 'title'}
      lists="commas"
      faults={faults}
    />
  );
  return (
    <Card title="Isi">
      <div class="card-body">
        {contentNames.map(typedField)}
        <details class="mb-2" open={chosen.length > 0}>
          <summary>Program</summary>
          <Group legend={<span class="visually-hidden">Program</span>}>
            {programs.map(({ code, framework, number, title }) => (
              <Check
                key={code}
                name="programs"
                scope={code}
                value={code}
                label={`${framework}${number === null ? '' : ` ${number}`}: ${title}`}
                checked={chosen.includes(code)}
                faults={faults}
              />
            ))}
          </Group>
        </details>
        <details open={letterNames.some((name) => typed(sent, name) !== '')}>
          <summary>Nomor surat</summary>
          {letterNames.map(typedField)}
        </details>
      </div>
    </Card>
  );
}

/** What this form words otherwise than the visit's own fields. */
const words: Readonly<Record<string, { label?: string; hint?: string }>> = {
  topics: { hint: 'Pisahkan dengan koma.' },
  requestLetterNumber: { label: 'Nomor surat permohonan' },
  requestLetterDate: { label: 'Tanggal surat permohonan' },
  replyLetterNumber: { label: 'Nomor surat balasan' },
  replyLetterDate: { label: 'Tanggal surat balasan' },
};

function People({ sent, faults }: RecordPageProps): VNode {
  const text = (name: string) => ({ name, value: typed(sent, name), faults, optional: true });
  const lists = listsOf(sent);
  const pasted = (name: keyof typeof lists) => {
    const { list, told } = lists[name];
    return { ...text(name), list, remarks: new Map([...told].map(([line, one]) => [line, toldWords(one)])) };
  };
  return (
    <Card title="Peserta">
      <div class="card-body">
        <PastedField
          {...pasted('guests')}
          label="Dari tamu"
          hint="Satu orang satu baris: nama, NIP, pangkat, jabatan, surel, telepon; dapat ditempel dari Excel, Word, atau WhatsApp. Yang pertama memimpin. Semua dianggap hadir; tambahkan “tidak hadir”, “terlambat”, “izin”, atau “diwakili” dengan nama wakilnya di akhir baris bagi yang lain."
        />
        <PastedField {...pasted('hosts')} label="Dari tuan rumah" hint="Susunannya sama." />
        <PastedField {...pasted('invited')} label="Undangan lain" hint="Susunannya sama." />
        <LookAtList />
        <TextArea
          {...text('mitra')}
          rows={2}
          label="Mitra luar yang ikut"
          hint="Universitas, dinas, media, dan lainnya; satu baris satu nama."
        />
      </div>
    </Card>
  );
}

function Outcome({ sent, faults }: RecordPageProps): VNode {
  const text = (name: string) => ({
    name,
    value: typed(sent, name),
    faults,
    optional: true,
    maxLength: 20_000,
  });
  return (
    <Card title="Ringkasan">
      <div class="card-body">
        <p class="text-secondary">
          Hanya untuk kunjungan yang sudah dilaksanakan; dapat juga ditulis kemudian.
        </p>
        <TextArea
          {...text('outcomes')}
          label="Hasil"
          hint="Apa yang dipelajari dan dilihat. Jangan menulis nama warga binaan."
          rows={5}
        />
        <TextArea {...text('decisions')} label="Keputusan" rows={3} />
        <TextArea {...text('notes')} label="Catatan" rows={3} />
        <Check
          name="kirim"
          label="Kirim ringkasan lewat surel kepada semua peserta, kedua UPT, dan Kanwil"
          checked={typed(sent, 'kirim') === 'ya'}
          faults={faults}
        />
      </div>
    </Card>
  );
}

function Promises({ sent, faults }: RecordPageProps): VNode {
  return (
    <Card title="Tindak lanjut">
      <div class="card-body">
        {promiseRows.map((row) => {
          const text = (name: string) => ({
            name: `${name}${row}`,
            value: typed(sent, `${name}${row}`),
            faults,
            optional: true,
          });
          return (
            <Group key={row} legend={`Tindak lanjut ${row}`}>
              <Field {...text('what')} label="Apa yang dijanjikan" maxLength={2000} />
              <div class="record-promise">
                <Select
                  {...text('unit')}
                  label="Yang mengerjakan"
                  options={[
                    { value: 'guest', name: 'UPT tamu' },
                    { value: 'host', name: 'UPT tuan rumah' },
                  ]}
                />
                <Field {...text('person')} label="Penanggung jawab" maxLength={200} />
                <DateField {...text('dueOn')} label="Paling lambat" />
              </div>
            </Group>
          );
        })}
      </div>
    </Card>
  );
}
