import type { VNode } from 'preact';
import { FORM_KEY } from './form-mark.js';
import { Submit } from './form-parts.js';
import type { KeptForm } from './kept-form.js';
import { Layout } from './layout.js';
import { PageForm } from './page-form.js';
import { shownFields } from './sent-fields.js';
import { TypedFields } from './typed-fields.js';

/**
 * After signing in: the form that had come without a session, as it was, with the one button that sends it. It still
 * names the person it was rendered for; from anybody else it is refused.
 */
export function ResumeFormPage({ kept }: { kept: KeptForm }): VNode {
  const { action, texts, files } = kept;
  const sameAs = texts.find(({ name }) => name === FORM_KEY)?.value;
  return (
    <Layout title="Lanjutkan mengirim" actor={undefined} narrow>
      <div class="card card-md">
        <div class="card-body">
          <h1>Lanjutkan mengirim</h1>
          <p class="text-secondary">
            Anda sudah masuk. Yang tadi Anda isi belum tersimpan; periksa, lalu kirim.
          </p>
          <TypedFields fields={shownFields(texts)} />
          <PageForm
            action={action}
            encType={files.length > 0 ? 'multipart/form-data' : undefined}
            sameAs={sameAs}
          >
            {texts
              .filter(({ name }) => name !== FORM_KEY)
              .map(({ name, value }, index) => (
                <input type="hidden" name={name} value={value} key={`${name}-${index}`} />
              ))}
            {files.map((name, index) => (
              <ChooseAgain name={name} id={`berkas-${index}`} key={`${name}-${index}`} />
            ))}
            <Submit>Kirim sekarang</Submit>
          </PageForm>
          <p class="text-center mt-3 mb-0">
            <a href="/">Jangan dikirim</a>
          </p>
        </div>
      </div>
    </Layout>
  );
}

function ChooseAgain({ name, id }: { name: string; id: string }): VNode {
  return (
    <div class="mb-3">
      <label class="form-label" for={id}>
        Pilih lagi berkasnya
      </label>
      <input class="form-control" type="file" id={id} name={name} required aria-describedby={`${id}-hint`} />
      <div class="form-hint mt-1" id={`${id}-hint`}>
        Peramban tidak menyimpan berkas yang tadi dipilih.
      </div>
    </div>
  );
}
