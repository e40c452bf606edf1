import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { RefusalAlert } from '../../platform/pages/form-parts.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import { Icon } from '../../platform/pages/icon.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { MOST_BOXES } from '../domain/blur-boxes.js';
import type { ShownPhoto } from '../use-cases/read-album.js';
import { boxField, boxFields, type TypedBox } from './blur-form.js';

export interface BlurPageProps {
  actor: Actor;
  photo: ShownPhoto;
  rows: readonly TypedBox[];
  faults: FormFaults | null;
  /** Boxes of an address whose picture shows how the photo would look; null before somebody asked. */
  preview: string | null;
}

const fieldWords: Readonly<Record<(typeof boxFields)[number], string>> = {
  x: 'Dari kiri',
  y: 'Dari atas',
  width: 'Lebar',
  height: 'Tinggi',
};

/** Where parts of a photo are made unrecognisable: by boxes that are drawn, or typed as numbers. */
export function BlurPage(props: BlurPageProps): VNode {
  const { actor, photo, faults } = props;
  const { visitId, id } = photo;
  return (
    <Layout
      title="Samarkan wajah"
      actor={actor}
      path="/kunjungan"
      styles={['visit-days/pages/blur.css']}
      scripts={['visit-days/pages/browser/blur.js']}
    >
      <PageHeading title="Samarkan wajah" back={[`/kunjungan/${visitId}/foto#foto-${id}`, 'Album foto']} />
      <RefusalAlert faults={faults} />
      <div class="alert alert-warning d-block">
        <h2 class="alert-title">Tidak dapat dibatalkan</h2>
        <p class="mb-0">
          Yang disamarkan hilang untuk selamanya dari semua ukuran foto ini, juga dari gambar praktik baik
          yang memakainya. Sesudah itu foto harus dinyatakan bebas wajah dan nama warga binaan kembali sebelum
          keluar. Yang sudah terunduh, tercetak, atau ada di salinan cadangan lama tidak ikut berubah.
        </p>
      </div>
      <PageForm id="samarkan" action={`/kunjungan/${visitId}/foto/${id}/samarkan`} version={photo.blurs} asks>
        <Preview {...props} />
        <Stage photo={photo} />
        <Boxes {...props} />
        <div class="btn-list mb-3">
          <button class="btn" type="submit" name="aksi" value="pratinjau">
            Pratinjau
          </button>
          <button class="btn btn-danger" type="submit" name="aksi" value="simpan">
            Samarkan untuk selamanya
          </button>
        </div>
      </PageForm>
    </Layout>
  );
}

/** How it would look, made as the server makes it. */
function Preview({ photo, preview }: BlurPageProps): VNode | null {
  if (preview === null) return null;
  const path = `/kunjungan/${photo.visitId}/foto/${photo.id}/samarkan/pratinjau`;
  return (
    <div id="pratinjau">
      <Card title="Pratinjau: belum disimpan">
        <div class="card-body">
          <img
            class="blur-preview"
            src={`${path}?kotak=${encodeURIComponent(preview)}`}
            alt="Foto dengan bagian yang disamarkan"
            {...sizeOf(photo)}
          />
        </div>
      </Card>
    </div>
  );
}

const sizeOf = ({ width, height }: ShownPhoto) => ({
  width: width ?? undefined,
  height: height ?? undefined,
});

/** The photo; the page's module lets people draw on it. */
function Stage({ photo }: { photo: ShownPhoto }): VNode {
  const { visitId, id, text, authorName, blurs } = photo;
  return (
    <Card title="Foto">
      <div class="card-body">
        <div data-drawing hidden>
          <p id="cara-samarkan">
            Seret di atas foto untuk menggambar kotak pada tiap wajah. Kotak dapat digeser; pegangan di
            sudutnya mengubah ukuran. Dengan papan ketik: panah menggeser, Shift dan panah mengubah ukuran,
            Delete menghapus.
          </p>
          <button class="btn mb-3" type="button" data-add-box>
            <Icon name="plus" />
            Tambah kotak
          </button>
        </div>
        <p class="visually-hidden" role="status" aria-live="polite" id="samarkan-kabar" />
        <div class="blur-stage" data-stage>
          <img
            src={`/kunjungan/${visitId}/entri/${id}/foto${blurs > 0 ? `?samar=${blurs}` : ''}`}
            alt={text || `Foto dari ${authorName}`}
            draggable={false}
            {...sizeOf(photo)}
          />
        </div>
      </div>
    </Card>
  );
}

/** The boxes as numbers, which is the whole form where no script runs. */
function Boxes({ rows }: BlurPageProps): VNode {
  return (
    <div class="card mb-3">
      {/* Folded where boxes are drawn. */}
      <details class="card-body" open data-numbers>
        <summary class="fold">Kotak dalam angka</summary>
        <p class="text-secondary mt-2">
          Tiap kotak dihitung dari sudut kiri atas foto, dalam persen lebar dan tinggi foto. Baris kosong
          diabaikan.
        </p>
        <div data-rows-of-boxes data-most={MOST_BOXES}>
          {rows.map((row, at) => (
            <fieldset class="blur-row" data-box-row key={at}>
              <legend class="form-label">Kotak {at + 1}</legend>
              <div class="blur-fields">
                {boxFields.map((name) => (
                  <label class="form-label" key={name}>
                    {fieldWords[name]}
                    <input
                      class="form-control"
                      type="number"
                      name={boxField(name, at + 1)}
                      value={row[name]}
                      min={0}
                      max={100}
                      step="any"
                      inputMode="decimal"
                    />
                  </label>
                ))}
              </div>
            </fieldset>
          ))}
        </div>
        {rows.length < MOST_BOXES && (
          <button class="btn" type="submit" name="aksi" value="tambah" data-more>
            <Icon name="plus" />
            Tambah baris
          </button>
        )}
      </details>
    </div>
  );
}
