import type { VNode } from 'preact';
import { DateField } from '../../platform/pages/calendar-fields.js';
import { Card } from '../../platform/pages/card.js';
import { Field, NoticeAlert, RefusalAlert, Select } from '../../platform/pages/form-parts.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { amountWords, measureCodes, measures, priceWords, typedAmount } from '../domain/measures.js';
import { LONGEST_NAME, LONGEST_SOLD_BY } from '../domain/result-rules.js';
import { dateWords } from '../../platform/text/calendar-words.js';
import type { ResultAround } from '../use-cases/result-access.js';
import type { CountedResult, MadeProduct, Results } from '../use-cases/read-results.js';

/** A form of the page that was refused: `hasil`, `produk`, or the id of a row. */
export interface RefusedResult {
  form: string;
  sent: SentForm;
  faults: FormFaults;
}

interface ResultsPageProps {
  actor: Actor;
  around: ResultAround;
  results: Results;
  notice?: string | undefined;
  refused?: RefusedResult | undefined;
}

type PartProps = Pick<ResultsPageProps, 'around' | 'refused'> & { path: string };

/** What can be counted of a visit or a practice, and what is made there. */
export function ResultsPage({ actor, around, results, notice, refused }: ResultsPageProps): VNode {
  const { href, title, mayWrite, place } = around;
  const part = { around, refused, path: `${href}/hasil` };
  return (
    <Layout
      title={`Hasil dan produk – ${title}`}
      actor={actor}
      path={place.visitId === null ? '/praktik-baik' : '/kunjungan'}
    >
      <PageHeading
        title="Hasil dan produk"
        lead="Yang dapat dihitung, dengan satuan dan tanggalnya, serta produk yang dihasilkan. Dipakai siaran pers, laporan, dan Sinergi."
        back={[href, title]}
      />
      <RefusalAlert faults={refused?.faults ?? null} />
      {notice && <NoticeAlert>{notice}</NoticeAlert>}
      <Card title={`Hasil (${results.results.length})`}>
        <Rows items={results.results} none="Belum ada hasil yang dihitung">
          {(row) => <ResultItem key={row.id} {...part} row={row} />}
        </Rows>
      </Card>
      {mayWrite && (
        <Card title="Catat hasil">
          <ResultFields {...part} row={null} />
        </Card>
      )}
      <Card title={`Produk UMKM (${results.products.length})`}>
        <Rows items={results.products} none="Belum ada produk">
          {(row) => <ProductItem key={row.id} {...part} row={row} />}
        </Rows>
      </Card>
      {mayWrite && (
        <Card title="Catat produk">
          <ProductFields {...part} row={null} />
        </Card>
      )}
    </Layout>
  );
}

function Rows<Row>({
  items,
  none,
  children,
}: {
  items: readonly Row[];
  none: string;
  children: (row: Row) => VNode;
}): VNode {
  if (items.length > 0) return <ul class="list-group list-group-flush">{items.map(children)}</ul>;
  return (
    <Empty icon="tasks" title={none}>
      Misalnya luas lahan, hasil panen, jumlah orang, atau nilai penjualan.
    </Empty>
  );
}

/** `luas lahan: 2,5 hektare, 30 Oktober 2025`. */
export const resultWords = ({ what, amount, measure, measuredOn }: CountedResult): string =>
  `${what}: ${amountWords(amount, measure)}, ${dateWords(measuredOn)}`;

export const productWords = ({ name, maker, price, soldBy }: MadeProduct): string =>
  [[name, maker && `buatan ${maker}`].filter(Boolean).join(' '), priceWords(price, soldBy)]
    .filter(Boolean)
    .join(', ');

function ResultItem({ row, ...part }: PartProps & { row: CountedResult }): VNode {
  return (
    <li class="list-group-item">
      <div>{resultWords(row)}</div>
      <div class="text-secondary">{part.around.parties.get(row.organisation) ?? row.organisation}</div>
      {part.around.mayWrite && (
        <Change part={part} row={row} deed="hasil" name={row.what}>
          <ResultFields {...part} row={row} />
        </Change>
      )}
    </li>
  );
}

function ProductItem({ row, ...part }: PartProps & { row: MadeProduct }): VNode {
  return (
    <li class="list-group-item">
      <div>{productWords(row)}</div>
      <div class="text-secondary">{part.around.parties.get(row.organisation) ?? row.organisation}</div>
      {part.around.mayWrite && (
        <Change part={part} row={row} deed="produk" name={row.name}>
          <ProductFields {...part} row={row} />
        </Change>
      )}
    </li>
  );
}

function Change({
  part: { path, refused },
  row: { id, version },
  deed,
  name,
  children,
}: {
  part: PartProps;
  row: { id: string; version: number };
  deed: 'hasil' | 'produk';
  name: string;
  children: VNode;
}): VNode {
  return (
    <details open={refused?.form === id}>
      <summary>
        Ubah atau hapus<span class="visually-hidden"> {name}</span>
      </summary>
      {children}
      <PageForm action={`${path}/${deed}/${id}/hapus`} version={version}>
        <button class="btn btn-sm" type="submit">
          Hapus<span class="visually-hidden"> {name}</span>
        </button>
      </PageForm>
    </details>
  );
}

/** What fields of a row share: where it is sent, and what was typed of it. */
function common({ path, refused }: PartProps, row: { id: string; version: number } | null, deed: string) {
  const scope = row?.id ?? deed;
  const own = refused?.form === scope ? refused : null;
  const action = row ? `${path}/${deed}/${row.id}` : `${path}/${deed}`;
  const form = row ? { action, version: row.version } : { action, asks: true };
  const value = (name: string, standing: string): string => (own ? typed(own.sent, name) : standing);
  return { scope, form, value, field: { scope, faults: own?.faults ?? null } };
}

const Parties = ({
  around: { parties },
  value,
  field,
}: {
  around: ResultAround;
  value: string;
  field: { scope: string; faults: FormFaults | null };
}): VNode =>
  parties.size === 1 ? (
    <input type="hidden" name="organisation" value={[...parties.keys()][0]} />
  ) : (
    <Select
      name="organisation"
      label="Kantor"
      options={[...parties].map(([code, name]) => ({ value: code, name }))}
      value={value}
      {...field}
    />
  );

function ResultFields(props: PartProps & { row: CountedResult | null }): VNode {
  const { around, row } = props;
  const { form, value, field } = common(props, row, 'hasil');
  return (
    <PageForm class="card-body prose" {...form}>
      <Parties around={around} value={value('organisation', row?.organisation ?? '')} field={field} />
      <Field
        name="what"
        label="Yang dihitung"
        hint="Misalnya luas lahan atau panen kangkung. Jangan menulis nama warga binaan."
        value={value('what', row?.what ?? '')}
        maxLength={LONGEST_NAME}
        {...field}
      />
      <Field
        name="amount"
        label="Jumlah"
        hint="Misalnya 2,5 atau 1.500.000."
        value={value('amount', typedAmount(row?.amount ?? null))}
        maxLength={30}
        {...field}
      />
      <Select
        name="measure"
        label="Satuan"
        options={measureCodes.map((code) => ({ value: code, name: measures[code] }))}
        value={value('measure', row?.measure ?? '')}
        {...field}
      />
      <DateField
        name="measuredOn"
        label="Per tanggal"
        value={value('measuredOn', row?.measuredOn ?? '')}
        {...field}
      />
      <button class="btn btn-primary" type="submit">
        {row ? 'Simpan hasil' : 'Catat hasil'}
      </button>
    </PageForm>
  );
}

function ProductFields(props: PartProps & { row: MadeProduct | null }): VNode {
  const { around, row } = props;
  const { form, value, field } = common(props, row, 'produk');
  return (
    <PageForm class="card-body prose" {...form}>
      <Parties around={around} value={value('organisation', row?.organisation ?? '')} field={field} />
      <Field
        name="name"
        label="Nama produk"
        value={value('name', row?.name ?? '')}
        maxLength={LONGEST_NAME}
        {...field}
      />
      <Field
        name="maker"
        label="Pembuat"
        hint="Kelompok, bengkel, atau kegiatan kerja; jangan menulis nama warga binaan."
        value={value('maker', row?.maker ?? '')}
        maxLength={LONGEST_NAME}
        optional
        {...field}
      />
      <Field
        name="price"
        label="Harga (rupiah)"
        value={value('price', typedAmount(row?.price ?? null))}
        maxLength={30}
        optional
        {...field}
      />
      <Field
        name="soldBy"
        label="Dijual per"
        hint="Misalnya bungkus, kilogram, atau buah."
        value={value('soldBy', row?.soldBy ?? '')}
        maxLength={LONGEST_SOLD_BY}
        optional
        {...field}
      />
      <button class="btn btn-primary" type="submit">
        {row ? 'Simpan produk' : 'Catat produk'}
      </button>
    </PageForm>
  );
}
