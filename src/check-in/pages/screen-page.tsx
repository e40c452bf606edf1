import type { VNode } from 'preact';
import { Layout } from '../../platform/pages/layout.js';
import type { Actor } from '../../platform/security/actor.js';
import type { Door } from '../use-cases/door-access.js';

/** Seconds after which the page loads itself where no script renews it: less than a code is shown. */
const RELOADS_AFTER = 45;

interface ScreenPageProps {
  actor: Actor;
  door: Door;
  /** The code of this minute, as a picture. */
  qr: string;
}

/** What stands on the host's screen: a code that renews itself, and how many are there. */
export function ScreenPage({ actor, door, qr }: ScreenPageProps): VNode {
  const { visit, participants, present } = door;
  return (
    <Layout
      title={`Kode hadir ${visit.title}`}
      actor={actor}
      bare
      reloads={RELOADS_AFTER}
      styles={['check-in/pages/door.css']}
      scripts={['check-in/pages/browser/screen.js']}
    >
      <div class="door">
        <img class="door-code" id="kode" src={qr} width="600" height="600" alt="Kode QR daftar hadir" />
        <div class="door-words">
          <h1 class="door-title">{visit.title}</h1>
          <p class="door-count" id="jumlah">
            <strong class="door-number">{present}</strong> dari {participants.length} hadir
          </p>
          <p class="alert alert-warning door-old mb-0" id="kode-lama" role="alert" hidden>
            Kode belum diperbarui. Mohon periksa sambungan layar ini.
          </p>
          <p class="door-how">Pindai dengan kamera ponsel, lalu pilih nama Anda.</p>
          <p class="mb-0">
            <a class="btn" href={`/kunjungan/${visit.id}/hari-ini`}>
              Hari kunjungan
            </a>
          </p>
        </div>
      </div>
    </Layout>
  );
}
