import type { VNode } from 'preact';
import type { Overtaken } from './look.js';
import { CHOICE, CHOICES, STORED, type TwoVersions } from './two-versions.js';

/**
 * Both versions, field by field, at the head of a form that somebody else was faster with: what was typed and stands in the
 * form below, and what is stored now. One takes either of each, and sends the form once more.
 */
export function BothVersions({ comparison: { differing, equal }, by }: Overtaken): VNode {
  return (
    <section class="alert alert-warning d-block both-versions" aria-labelledby="dua-versi" data-two-versions>
      <h2 class="alert-title" id="dua-versi">
        {by ? `Sudah disimpan ${by.name}, ${by.when}` : 'Sudah disimpan orang lain'}
      </h2>
      <p>
        {differing.length === 0
          ? 'Yang tersimpan sekarang sama dengan isian Anda.'
          : 'Isian Anda belum tersimpan, dan masih ada di formulir ini. Pilih yang dipakai untuk tiap perbedaan, atau ubah isiannya di bawah, lalu simpan lagi.'}
      </p>
      {differing.map((each) => (
        <Choice both={each} key={each.key} />
      ))}
      {equal.length > 0 && differing.length > 0 && (
        <details class="fold">
          <summary>{equal.length} isian lain sama</summary>
          <dl class="facts">
            {equal.map(({ label, shown }, index) => (
              <div key={index}>
                <dt>{label}</dt>
                <dd class="free-text">{shown.join(', ') || 'Kosong'}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  );
}

function Choice({ both }: { both: TwoVersions }): VNode {
  const { label, mine, stored, values, isStoredFirst } = both;
  return (
    <fieldset class="both-versions-field">
      <legend class="form-label">{label}</legend>
      <div class="both-versions-pair">
        <Version both={both} which="mine" words="Isian Anda" texts={mine} isTaken={!isStoredFirst} />
        <Version
          both={both}
          which="stored"
          words="Yang tersimpan sekarang"
          texts={stored}
          isTaken={isStoredFirst}
        />
      </div>
      {values.map((value, index) => (
        <input type="hidden" name={`${STORED}${both.key}`} value={value} key={index} />
      ))}
    </fieldset>
  );
}

interface VersionProps {
  both: TwoVersions;
  which: keyof typeof CHOICES;
  words: string;
  texts: readonly string[];
  isTaken: boolean;
}

function Version({ both, which, words, texts, isTaken }: VersionProps): VNode {
  return (
    <label class="form-check mb-0">
      <input
        class="form-check-input"
        type="radio"
        name={`${CHOICE}${both.key}`}
        value={CHOICES[which]}
        checked={isTaken}
      />
      <span class="form-check-label">{words}</span>
      <span class="d-block free-text both-versions-text">{texts.join('\n') || 'Kosong'}</span>
    </label>
  );
}
