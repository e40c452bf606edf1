import type { VNode } from 'preact';
import { Field, Submit } from './form-parts.js';
import type { FormFaults } from './forms.js';
import { KEPT_FORM, writeKeptForm, type KeptForm } from './kept-form.js';
import { PageForm } from './page-form.js';

interface SignInFormProps {
  email?: string;
  /** Where to go on to; a path of this site, or null. */
  onward: string | null;
  /** What was sent without a session, to be sent again once there is one. */
  kept: KeptForm | null;
  faults: FormFaults | null;
}

/** Address and password, wherever a page needs them. */
export function SignInFields({ email, onward, kept, faults }: SignInFormProps): VNode {
  return (
    <>
      <PageForm action="/masuk">
        {onward !== null && <input type="hidden" name="lanjut" value={onward} />}
        {kept && <input type="hidden" name={KEPT_FORM} value={writeKeptForm(kept)} />}
        <Field
          name="email"
          label="Alamat surel"
          type="email"
          value={email}
          autocomplete="username"
          faults={faults}
          first={!email}
        />
        <Field
          name="password"
          label="Kata sandi"
          type="password"
          autocomplete="current-password"
          faults={faults}
          first={Boolean(email)}
        />
        <Submit>Masuk</Submit>
      </PageForm>
      <p class="text-center mt-3 mb-0">
        <a href="/lupa-sandi">Lupa kata sandi?</a>
      </p>
    </>
  );
}
