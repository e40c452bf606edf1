import type { VNode } from 'preact';
import { Card } from '../../platform/pages/card.js';
import { NoticeAlert, RefusalAlert, Select } from '../../platform/pages/form-parts.js';
import { typed } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { Empty, PageHeading } from '../../platform/pages/page-heading.js';
import { ReaderTime } from '../../platform/pages/reader-time.js';
import { MOST_CHOSEN } from '../domain/album.js';
import type { ShownPhoto } from '../use-cases/read-album.js';
import { orderOf } from './album-form.js';
import { AlbumPhoto, ArrangedPhoto } from './album-photo.js';
import type { AlbumPageProps, AlbumRefusal } from './album-props.js';
import { UploadCard } from './upload-card.js';

/** All photos of a visit: what they show, their order, who may see them, and which of them go on. */
export function AlbumPage(props: AlbumPageProps): VNode {
  const { actor, now, album, refusal, notice } = props;
  const { visit, photos, mayArrange } = album;
  return (
    <Layout
      title={`Album foto – ${visit.title}`}
      actor={actor}
      path="/kunjungan"
      styles={['visit-days/pages/album.css']}
      libraries={mayArrange && photos.length > 1 ? ['sortable.js'] : []}
      scripts={['visit-days/pages/browser/album.js']}
    >
      <PageHeading
        title="Album foto"
        back={[`/kunjungan/${visit.id}`, visit.title]}
        lead={
          <>
            <span class="d-block">{visit.hostUnitName}</span>
            <ReaderTime of={visit} reader={{ timeZone: actor.timeZone, now }} />
          </>
        }
      />
      {notice && <NoticeAlert>{notice}</NoticeAlert>}
      <RefusalAlert faults={refusal && refusal.form !== 'upload' ? refusal.faults : null} />
      {mayArrange && <UploadCard {...props} />}
      {photos.length === 0 ? (
        <Empty icon="camera" title="Belum ada foto">
          {mayArrange
            ? 'Unggah foto di atas, atau ambil dari halaman hari kunjungan.'
            : 'Foto tampil di sini sesudah diunggah dan diizinkan.'}
        </Empty>
      ) : mayArrange ? (
        <ArrangeForm {...props} />
      ) : (
        <ul class="album">
          {photos.map((photo) => (
            <li class="album-photo" id={`foto-${photo.id}`} key={photo.id}>
              <AlbumPhoto photo={photo} album={album} />
            </li>
          ))}
        </ul>
      )}
      <NoteCard {...props} />
    </Layout>
  );
}

function ArrangeForm({ album, refusal }: AlbumPageProps): VNode {
  const { visit, photos, version } = album;
  const refused = refusal?.form === 'album' ? refusal : null;
  const chosen = photos.filter((photo) => photo.chosen).length;
  const shown = inTypedOrder(photos, refused);
  return (
    <PageForm id="album" action={`/kunjungan/${visit.id}/foto`} version={version}>
      {/* The first button is the one that Enter presses. */}
      <button
        class="visually-hidden"
        type="submit"
        name="aksi"
        value="simpan"
        tabIndex={-1}
        aria-hidden="true"
      >
        Simpan
      </button>
      <input type="hidden" name="order" value={shown.map(({ id }) => id).join(',')} data-order />
      <p class="album-lead">
        Foto pilihan, paling banyak {MOST_CHOSEN}, ikut ke laporan, ringkasan, siaran pers, dan praktik baik
        menurut urutan album; yang pertama menjadi sampul. Terpilih: {chosen} dari {photos.length} foto.
      </p>
      <p class="visually-hidden" role="status" aria-live="polite" id="album-kabar" />
      <ol class="album" data-album>
        {shown.map((photo, index) => (
          <li class="album-photo" id={`foto-${photo.id}`} data-photo={photo.id} key={photo.id}>
            <ArrangedPhoto photo={photo} album={album} index={index} refused={refused} />
          </li>
        ))}
      </ol>
      <div class="album-save">
        <button class="btn btn-primary" type="submit" name="aksi" value="simpan">
          Simpan album
        </button>
        <span class="text-secondary" id="album-belum" hidden>
          Perubahan belum disimpan.
        </span>
      </div>
    </PageForm>
  );
}

/** As they were put, unless somebody else arranged them meanwhile. */
function inTypedOrder(photos: readonly ShownPhoto[], refused: AlbumRefusal | null): readonly ShownPhoto[] {
  if (!refused || refused.faults.isOutdated) return photos;
  const order = orderOf(refused.sent);
  const placed = order.flatMap((id) => photos.find((photo) => photo.id === id) ?? []);
  return [...placed, ...photos.filter(({ id }) => !order.includes(id))];
}

const nameOf = (photo: ShownPhoto): string => (photo.text || `Foto dari ${photo.authorName}`).slice(0, 80);

/** From the album into a best-practice note, so that nobody sends a photo twice. */
function NoteCard({ album, notes, refusal }: AlbumPageProps): VNode | null {
  const going = album.photos.filter(({ chosen, awaits }) => chosen && awaits === null);
  if (notes.length === 0) return null;
  const refused = refusal?.form === 'note' ? refusal : null;
  return (
    <div id="praktik-baik">
      <Card title="Pakai di praktik baik">
        <div class="card-body">
          {going.length === 0 ? (
            <p class="mb-0">
              Pilih dahulu foto di album yang sudah boleh keluar; sesudah itu foto dapat dipakai sebagai
              gambar praktik baik dari kunjungan ini.
            </p>
          ) : (
            <PageForm action={`/kunjungan/${album.visit.id}/foto/praktik-baik`} asks>
              <Select
                name="photo"
                label="Foto pilihan"
                options={going.map((photo) => ({ value: photo.id, name: nameOf(photo) }))}
                value={typed(refused?.sent, 'photo')}
                faults={refused?.faults ?? null}
              />
              <Select
                name="note"
                label="Praktik baik"
                options={notes.map(({ id, title }) => ({ value: id, name: title || 'Tanpa judul' }))}
                value={typed(refused?.sent, 'note')}
                faults={refused?.faults ?? null}
              />
              <p class="text-secondary">
                Foto disalin beserta keterangannya. Bila foto di album disamarkan atau dihapus, gambarnya di
                praktik baik ikut disamarkan atau dihapus.
              </p>
              <button class="btn" type="submit">
                Tambahkan ke praktik baik
              </button>
            </PageForm>
          )}
        </div>
      </Card>
    </div>
  );
}
