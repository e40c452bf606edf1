import type { VNode } from 'preact';
import { csvFormats, tableFormats } from '../../platform/documents/document-format.js';
import { Card } from '../../platform/pages/card.js';
import { NoticeAlert } from '../../platform/pages/form-parts.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import { pathWith, type Chosen } from '../../platform/pages/paging.js';
import type { Actor } from '../../platform/security/actor.js';
import type { SinergiChoiceLists } from '../queries/sinergi-choices.js';
import { sinergiTitles } from '../use-cases/sinergi-tables.js';
import { periodWords } from '../domain/period-words.js';
import { MisreadPeriod, SinergiFilter } from './sinergi-filter.js';
import { scopeAskedFor, type TypedScope } from './sinergi-query.js';

interface ReportPageProps {
  actor: Actor;
  scope: TypedScope;
  choices: SinergiChoiceLists;
  /** Whether the own office gets each month's report by mail; null for somebody of no office. */
  isMailed: boolean | null;
  notice?: string | undefined;
}

/** Sinergi's figures to take away: a report, a workbook, single tables; and the report that comes each month. */
export function ReportPage({ actor, scope, choices, isMailed, notice }: ReportPageProps): VNode {
  const asked = scopeAskedFor(actor, scope);
  return (
    <Layout
      title="Laporan sinergi"
      actor={actor}
      path="/sinergi"
      styles={['sinergi/pages/sinergi.css']}
      scripts={['platform/pages/browser/refresh.js']}
    >
      <PageHeading
        title="Laporan sinergi"
        lead="Angka halaman Sinergi untuk dicetak, diolah, atau dikirim."
        back={[pathWith('/sinergi', asked), 'Sinergi']}
      />
      {notice !== undefined && <NoticeAlert>{notice}</NoticeAlert>}
      <SinergiFilter actor={actor} scope={scope} choices={choices} path="/sinergi/laporan" />
      <div id="hasil" aria-live="polite">
        <MisreadPeriod scope={scope} />
        <Card title={`Laporan ${periodWords(scope)}`}>
          <div class="card-body sinergi-downloads">
            <a class="btn btn-primary" href={pathWith('/sinergi/laporan.pdf', asked)} download>
              Unduh PDF
            </a>
            <a class="btn" href={pathWith('/sinergi/laporan.docx', asked)} download>
              Unduh Word (DOCX)
            </a>
            <a class="btn" href={pathWith('/sinergi/unduh.xlsx', asked)} download>
              Unduh Excel (XLSX)
            </a>
          </div>
          <p class="card-body text-secondary pt-0 mb-0">
            PDF dan Word berisi ringkasan dengan grafik. Excel berisi setiap tabel dalam lembar sendiri, siap
            disaring.
          </p>
        </Card>
        <SingleTables asked={asked} />
      </div>
      {isMailed !== null && <Monthly isMailed={isMailed} />}
    </Layout>
  );
}

/** Each table of the figures by itself, as CSV. */
function SingleTables({ asked }: { asked: Chosen }): VNode {
  return (
    <Card title="Tabel satuan (CSV)">
      <ul class="card-body sinergi-tables">
        {Object.entries(sinergiTitles).map(([tabel, title]) => (
          <li key={tabel}>
            {title}
            {csvFormats.map((format) => (
              <a
                key={format}
                class="ms-2"
                href={pathWith('/sinergi/unduh.csv', { ...asked, tabel, format })}
                aria-label={`${title}, ${tableFormats[format].name}`}
                download
              >
                {tableFormats[format].name}
              </a>
            ))}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Monthly({ isMailed }: { isMailed: boolean }): VNode {
  return (
    <Card title="Laporan bulanan lewat surel">
      <PageForm class="card-body" action="/sinergi/laporan/bulanan">
        <p>
          {isMailed
            ? 'Setiap tanggal 1 pukul 07.00 laporan bulan sebelumnya dikirim ke semua petugas Kanwil, sebagai PDF dan Word.'
            : 'Laporan bulan sebelumnya dapat dikirim setiap tanggal 1 pukul 07.00 ke semua petugas Kanwil, sebagai PDF dan Word.'}
        </p>
        <button class="btn" type="submit" name="kirim" value={isMailed ? 'tidak' : 'ya'}>
          {isMailed ? 'Hentikan pengiriman' : 'Kirim setiap bulan'}
        </button>
      </PageForm>
    </Card>
  );
}
