import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { LARGEST_PICTURE } from '../../platform/pictures/picture-format.js';
import { newId } from '../../platform/text/tokens.js';
import { LARGEST_AT_ONCE, MOST_AT_ONCE } from '../domain/album.js';
import type { AlbumPageProps } from './album-props.js';

const MEBIBYTE = 1024 * 1024;

/** Several photos at once, also after the day. */
export function UploadCard({ album, refusal, headNeeded }: AlbumPageProps): VNode {
  const refused = refusal?.form === 'upload' ? refusal.faults : null;
  return (
    <Card title="Unggah foto">
      <div class="card-body">
        <PageForm
          id="unggah"
          action={`/kunjungan/${album.visit.id}/foto/unggah`}
          encType="multipart/form-data"
        >
          <input type="hidden" name="id" value={newId()} />
          <div class="mb-3">
            <label class="form-label" for="foto-baru">
              Foto, boleh beberapa sekaligus
            </label>
            <input
              class={refused ? 'form-control is-invalid' : 'form-control'}
              id="foto-baru"
              name="photo"
              type="file"
              accept="image/jpeg,image/png,image/webp"
              multiple
              required
              aria-describedby={refused ? 'foto-baru-fault foto-baru-hint' : 'foto-baru-hint'}
              aria-invalid={refused ? 'true' : undefined}
              autofocus={refused !== null}
            />
            {refused && (
              <div class="invalid-feedback" id="foto-baru-fault">
                {refused.detail}
              </div>
            )}
            <div class="form-hint mt-1" id="foto-baru-hint">
              JPEG, PNG, atau WebP; paling banyak {MOST_AT_ONCE} foto, masing-masing{' '}
              {LARGEST_PICTURE / MEBIBYTE} MB, seluruhnya {LARGEST_AT_ONCE / MEBIBYTE} MB. Disimpan utuh;
              lokasi dan data kamera dihapus.
            </div>
          </div>
          <label class="form-check mb-3">
            <input class="form-check-input" type="checkbox" name="clearance" value="ya" />
            <span class="form-check-label">
              Semua foto ini tidak memuat wajah atau nama warga binaan.
              <span class="d-block text-secondary">
                Bila ada yang memuat, biarkan kosong: samarkan dahulu, lalu nyatakan satu per satu di album.
                {headNeeded && ' Di LPKA foto juga perlu izin kepala LPKA.'}
              </span>
            </span>
          </label>
          <button class="btn" type="submit">
            Unggah
          </button>
        </PageForm>
      </div>
    </Card>
  );
}
