import type { VNode } from 'preact';
import { Field, RefusalAlert } from '../../platform/pages/form-parts.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { rolesToGive } from '../domain/policies.js';
import type { PlaceChoiceLists } from '../queries/place-choices.js';
import { roleNames } from './people-words.js';
import { NameFields, PostFields, type PersonFieldsProps } from './person-fields.js';

interface InvitePageProps {
  actor: Actor;
  places: PlaceChoiceLists;
  sent: SentForm | undefined;
  faults: FormFaults | null;
}

/** Where somebody is invited to an account. */
export function InvitePage({ actor, places, sent, faults }: InvitePageProps): VNode {
  const roles = rolesToGive(actor);
  const fields: PersonFieldsProps = { value: (field) => typed(sent, field), roles, places, faults };
  const [only] = roles.length === 1 ? roles : [];
  return (
    <Layout title="Undang orang" actor={actor} path="/pengelolaan">
      <PageHeading
        title="Undang orang"
        lead={
          only === undefined
            ? 'Sambang mengirim surel berisi tautan untuk membuat kata sandi.'
            : `Sebagai ${roleNames[only].toLowerCase()} di ${actor.placeName}. Sambang mengirim surel berisi tautan untuk membuat kata sandi.`
        }
        back={['/pengelolaan', 'Pengelolaan']}
      />
      <RefusalAlert faults={faults} />
      <PageForm class="card card-body prose" action="/pengelolaan/orang/undang">
        <Field
          name="email"
          label="Alamat surel"
          type="email"
          value={typed(sent, 'email')}
          autocomplete="off"
          maxLength={254}
          hint="Surel pribadi atau dinas milik orang itu sendiri; dengan ini ia masuk."
          faults={faults}
          first
        />
        <NameFields {...fields} nip={null} />
        <PostFields {...fields} />
        <div>
          <button class="btn btn-primary" type="submit">
            Kirim undangan
          </button>
        </div>
      </PageForm>
    </Layout>
  );
}
