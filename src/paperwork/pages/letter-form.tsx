import type { VNode } from 'preact';
import { DescribedField } from '../../platform/pages/described-field.js';
import { fieldText } from '../../platform/pages/described-form.js';
import { Check, Select } from '../../platform/pages/form-parts.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { namesOf } from '../../platform/text/field-description.js';
import { letterFields } from '../domain/letter-fields.js';
import {
  letterDirections,
  letterDirectionWords,
  letterKinds,
  letterKindWords,
} from '../domain/letter-kinds.js';
import type { LetterRegister, ReadableLetter } from '../use-cases/read-letters.js';

/** A form of the page that was refused, and what was typed in it. */
export interface RefusedLetter {
  /** `new`, or the id of a letter. */
  form: string;
  sent: SentForm;
  faults: FormFaults;
  /** It is that of the signed copy. */
  isCopy?: boolean;
}

interface LetterFormProps {
  /** Address of the register. */
  path: string;
  register: LetterRegister;
  refused: RefusedLetter | undefined;
}

const optionsOf = <Code extends string>(codes: readonly Code[], words: Readonly<Record<Code, string>>) =>
  codes.map((code) => ({ value: code, name: words[code] }));

/** What a letter says, of one that is written down or is to be. */
function Fields({
  letter,
  refused,
}: {
  letter: ReadableLetter | null;
  refused: RefusedLetter | undefined;
}): VNode {
  const scope = letter?.id ?? 'new';
  const own = refused?.form === scope ? refused : null;
  return (
    <>
      {namesOf(letterFields).map((name) => (
        <DescribedField
          key={name}
          name={name}
          field={letterFields[name]}
          value={own ? typed(own.sent, name) : fieldText(letter?.[name])}
          faults={own?.faults ?? null}
          scope={scope}
          optional
        />
      ))}
    </>
  );
}

const Draws = ({ scope }: { scope: string }): VNode => (
  <Check
    name="draws"
    label="Bila nomor kosong, beri nomor urut dari pola kantor"
    scope={scope}
    faults={null}
  />
);

/** Writes a letter into the register. */
export function NewLetterForm({ path, register: { around, numbering }, refused }: LetterFormProps): VNode {
  const own = refused?.form === 'new' ? refused : null;
  const common = { scope: 'new', faults: own?.faults ?? null };
  const value = (name: string): string => typed(own?.sent, name);
  return (
    <PageForm class="card-body prose" action={path} asks>
      {around.offices.length > 1 && (
        <Select
          name="organisation"
          label="Untuk kantor"
          options={around.offices.map((code) => ({ value: code, name: code }))}
          value={value('organisation')}
          {...common}
        />
      )}
      <Select
        name="kind"
        label="Naskah"
        options={optionsOf(letterKinds, letterKindWords)}
        value={value('kind')}
        {...common}
      />
      <Select
        name="direction"
        label="Arah"
        options={optionsOf(letterDirections, letterDirectionWords)}
        value={value('direction')}
        {...common}
      />
      <Fields letter={null} refused={refused} />
      {numbering.length > 0 && <Draws scope="new" />}
      <button class="btn btn-primary" type="submit">
        Catat surat
      </button>
    </PageForm>
  );
}

/** Which of the visit's files are a letter's; a signed copy that was uploaded leaves none to be chosen. */
const fileFields = [
  ['generatedFile', 'Berkas surat'],
  ['signedFile', 'Salinan bertanda tangan'],
] as const;

/** Changes a letter that was not sent, and says which files are its. */
export function LetterForms({
  path,
  register,
  refused,
  letter,
}: LetterFormProps & { letter: ReadableLetter }): VNode {
  const { id, version, sentAt, drawnNumber } = letter;
  const isNumbering = register.numbering.includes(letter.organisation) && drawnNumber === null;
  const files = register.files.map((file) => ({ value: file.id, name: file.name }));
  const named = fileFields.filter(([name]) => name !== 'signedFile' || letter.copy === null);
  return (
    <>
      {sentAt === null && (
        <PageForm class="prose mt-2" action={`${path}/${id}`} version={version}>
          <Fields letter={letter} refused={refused} />
          {isNumbering && <Draws scope={id} />}
          <Check
            name="renews"
            label="Perbarui kop, penanda tangan, dan daftar peserta sesuai data sekarang"
            scope={id}
            faults={null}
          />
          <button class="btn" type="submit">
            Simpan
          </button>
        </PageForm>
      )}
      {files.length > 0 && (
        <PageForm class="prose mt-3" action={`${path}/${id}/lampirkan`} version={version}>
          {named.map(([name, label]) => (
            <Select
              key={name}
              {...{ name, label }}
              scope={id}
              options={files}
              value={letter[name]}
              none="Belum ada"
              optional
              faults={null}
            />
          ))}
          <button class="btn" type="submit">
            Simpan berkas surat
          </button>
        </PageForm>
      )}
    </>
  );
}
