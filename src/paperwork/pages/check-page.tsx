import type { VNode } from 'preact';
import { Card, Facts } from '../../platform/pages/card.js';
import { Layout } from '../../platform/pages/layout.js';
import { formatCalendarDate } from '../../platform/text/dates.js';
import { shownCertificateCode } from '../domain/certificate-code.js';
import type { CheckedCertificate } from '../use-cases/check-certificate.js';

interface CheckPageProps {
  /** What was typed or scanned; empty before anything was. */
  typed: string;
  /** Null for a code that was never given. */
  found: CheckedCertificate | null;
}

/** Where anybody checks a certificate. */
export function CheckPage({ typed, found }: CheckPageProps): VNode {
  return (
    <Layout title="Periksa piagam" actor={undefined} narrow>
      <h1>Periksa piagam</h1>
      <p class="text-secondary">
        Ketik kode yang tertera di bawah QR piagam. Halaman ini menunjukkan apa yang tercatat, untuk Anda
        cocokkan dengan piagamnya.
      </p>
      {typed !== '' && (found ? <Result found={found} /> : <Unknown />)}
      <Card title="Kode piagam">
        <form class="card-body" method="get" action="/periksa">
          <label class="form-label" for="kode">
            Kode, misalnya ACDE-FGHJ-KMNP
          </label>
          <input
            class="form-control mb-3"
            id="kode"
            name="kode"
            value={typed}
            maxLength={30}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            required
          />
          <button class="btn btn-primary" type="submit">
            Periksa
          </button>
        </form>
      </Card>
    </Layout>
  );
}

const Unknown = (): VNode => (
  <div class="alert alert-warning" role="alert">
    Kode ini tidak pernah diterbitkan. Periksa lagi huruf dan angkanya; bila tetap tidak ditemukan, piagam itu
    bukan dari Sambang.
  </div>
);

function Result({ found }: { found: CheckedCertificate }): VNode {
  const { code, isValid, name, position, office, issuer, number, datedOn, activity, host, when } = found;
  return (
    <>
      <div class={`alert ${isValid ? 'alert-success' : 'alert-danger'}`} role="status">
        {isValid
          ? `Piagam dengan kode ${shownCertificateCode(code)} tercatat dan berlaku.`
          : `Piagam dengan kode ${shownCertificateCode(code)} pernah diterbitkan, tetapi sudah dicabut dan tidak berlaku.`}
      </div>
      <Card title="Yang tercatat">
        <div class="card-body">
          <Facts
            lines={[
              ['Diberikan kepada', name],
              ['Jabatan', position],
              ['Instansi', office],
              ['Kegiatan', activity],
              ['Tuan rumah', host],
              ['Waktu', when],
              ['Diterbitkan oleh', issuer],
              ['Nomor', number],
              ['Tanggal', datedOn && formatCalendarDate(datedOn)],
            ]}
          />
        </div>
      </Card>
    </>
  );
}
