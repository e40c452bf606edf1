import { shownEmail } from '../../platform/text/shown-email.js';
import type { VNode } from 'preact';
import { Card, Facts } from '../../platform/pages/card.js';
import { NoticeAlert, RefusalAlert } from '../../platform/pages/form-parts.js';
import { typed, type FormFaults, type SentForm } from '../../platform/pages/forms.js';
import { Layout } from '../../platform/pages/layout.js';
import { PageForm } from '../../platform/pages/page-form.js';
import { PageHeading } from '../../platform/pages/page-heading.js';
import type { Actor } from '../../platform/security/actor.js';
import { formatDate } from '../../platform/text/dates.js';
import { maskNip } from '../../platform/text/nip.js';
import { mayManage, rolesToGive } from '../domain/policies.js';
import type { AccountFacts } from '../queries/account-facts.js';
import type { ApiTokenFacts } from '../queries/list-api-tokens.js';
import type { PlaceChoiceLists } from '../queries/place-choices.js';
import type { FoundHangs } from '../use-cases/read-hangs.js';
import { HandoverCard, SuccessorFields, takenKinds } from './handover-card.js';
import { AddressForm } from './address-pages.js';
import { AccountBadge } from './administration-page.js';
import { roleNames } from './people-words.js';
import { TokenTable } from './token-list.js';
import { NameFields, PostFields, type PersonField, type PersonFieldsProps } from './person-fields.js';

export interface PersonPageProps {
  actor: Actor;
  person: AccountFacts;
  places: PlaceChoiceLists;
  notice?: string | undefined;
  sent?: SentForm | undefined;
  faults: FormFaults | null;
  /** For administrators alone. */
  tokens?: readonly ApiTokenFacts[];
  /** What hangs on the person; null for who may not hand it over. */
  hangs: FoundHangs | null;
  /** Which form was refused. */
  form?: RefusedForm | undefined;
}

export type RefusedForm = 'change' | 'suspend' | 'handover' | 'address';

/** What was typed and refused, for the form that it stood in. */
const refusedIn = ({ form, sent, faults }: PersonPageProps, name: RefusedForm) =>
  form === name ? { sent, faults } : { sent: undefined, faults: null };

/** Somebody's account, with what the actor may change of it. */
export function PersonPage(props: PersonPageProps): VNode {
  const { actor, person, notice, faults } = props;
  const isManaged = mayManage(actor, person);
  const isOwn = person.id === actor.personId;
  return (
    <Layout title={person.name} actor={actor} path="/pengelolaan" styles={['people/pages/people.css']}>
      <PageHeading
        title={person.name}
        lead={
          <>
            {[roleNames[person.role], person.placeName].filter(Boolean).join(' · ')}{' '}
            <AccountBadge person={person} />
          </>
        }
        back={['/pengelolaan', 'Pengelolaan']}
      />
      {notice !== undefined && <NoticeAlert>{notice}</NoticeAlert>}
      {isOwn && (
        <NoticeAlert>
          Ini akun Anda. Data diri Anda ubah di <a href="/akun">Akun saya</a>; peran dan status akun sendiri
          hanya dapat diubah orang lain.
        </NoticeAlert>
      )}
      <RefusalAlert faults={faults} />
      <Card title="Akun">
        <div class="card-body">
          <Facts
            lines={[
              ['Alamat surel', person.email],
              ['Telepon', person.phone],
              ['Pangkat', person.rank],
              ['Jabatan', person.position],
              ['NIP', person.nip === null ? null : maskNip(person.nip)],
              ['Diundang', formatDate(person.createdAt, actor.timeZone)],
              ['Ditangguhkan', person.suspendedAt && formatDate(person.suspendedAt, actor.timeZone)],
            ]}
          />
        </div>
        {!isManaged && (
          <p class="card-footer text-secondary mb-0">
            Akun ini tidak dapat Anda ubah. Yang dapat mengubahnya: Kanwil atau administrator.
          </p>
        )}
      </Card>
      {isManaged && !isOwn && (
        <>
          {props.hangs && (
            <HandoverCard person={person} found={props.hangs} {...refusedIn(props, 'handover')} />
          )}
          <ChangeCard {...props} />
          <AddressCard {...props} />
          <AccessCard {...props} />
        </>
      )}
      <Tokens {...props} />
    </Layout>
  );
}

function AddressCard(props: PersonPageProps): VNode | null {
  const { id, suspendedAt } = props.person;
  if (suspendedAt !== null) return null;
  return (
    <Card title="Alamat surel">
      <AddressForm action={`/pengelolaan/orang/${id}/surel`} scope="surel" {...refusedIn(props, 'address')} />
    </Card>
  );
}

function Tokens({ actor, person, tokens = [] }: PersonPageProps): VNode | null {
  if (tokens.length === 0) return null;
  return (
    <Card title="Token API">
      <TokenTable tokens={tokens} base={`/pengelolaan/orang/${person.id}/token`} zone={actor.timeZone} />
    </Card>
  );
}

function ChangeCard(props: PersonPageProps): VNode {
  const { actor, person, places, hangs } = props;
  const { sent, faults } = refusedIn(props, 'change');
  const fields: PersonFieldsProps = {
    value: (field) => (sent ? typed(sent, field) : storedValue(person, field)),
    roles: rolesToGive(actor),
    places,
    faults,
  };
  return (
    <Card title="Ubah">
      <PageForm class="card-body prose" action={`/pengelolaan/orang/${person.id}`} version={person.version}>
        <NameFields {...fields} nip={person.nip} />
        <PostFields {...fields} />
        {hangs && takenKinds(hangs).length > 0 && (
          <details class="mb-3" open={typed(sent, 'successor') !== ''}>
            <summary>Bila pindah tugas: serahkan yang bergantung padanya</summary>
            <SuccessorFields scope="pindah" found={hangs} sent={sent} faults={faults} />
          </details>
        )}
        <button class="btn btn-primary" type="submit">
          Simpan
        </button>
      </PageForm>
    </Card>
  );
}

function storedValue(person: AccountFacts, field: PersonField): string {
  if (field === 'nip') return '';
  // A unit's regional office is no place of its own.
  if (field === 'regionalOffice' && person.unit !== null) return '';
  return person[field] ?? '';
}

/** What lets somebody in, or no longer; each step with its consequence. */
function AccessCard(props: PersonPageProps): VNode {
  const { person, hangs } = props;
  const path = `/pengelolaan/orang/${person.id}`;
  if (person.suspendedAt) {
    return (
      <Card title="Akses">
        <Step path={`${path}/pulihkan`} button="Pulihkan akun">
          {person.name} dapat masuk lagi dengan kata sandi lamanya, dengan peran dan tempat tugas seperti
          sebelumnya.
        </Step>
      </Card>
    );
  }
  return (
    <Card title="Akses">
      {person.hasPassword ? (
        <Step path={`${path}/tautan`} button="Kirim tautan kata sandi">
          Untuk yang lupa kata sandi: tautan untuk membuat yang baru dikirim ke {shownEmail(person.email)}.
          Kata sandi lama tetap berlaku sampai yang baru tersimpan.
        </Step>
      ) : (
        <Step path={`${path}/tautan`} button="Kirim ulang undangan">
          Undangan belum dipakai. Tautan baru dikirim ke {shownEmail(person.email)}.
        </Step>
      )}
      <Step
        path={`${path}/tangguhkan`}
        button="Tangguhkan akun"
        danger
        fields={
          hangs && <SuccessorFields scope="tangguhkan" found={hangs} {...refusedIn(props, 'suspend')} />
        }
      >
        {person.name} langsung keluar dari semua perangkat dan tidak dapat masuk lagi sampai akunnya
        dipulihkan. Tautan yang sudah dikirim tidak berlaku lagi, dan token API-nya berhenti. Ia tidak lagi
        diundang atau dikirimi surel. Kunjungan dan catatannya tetap ada.
      </Step>
    </Card>
  );
}

interface StepProps {
  path: string;
  button: string;
  danger?: boolean;
  fields?: VNode | null;
  children: VNode | (string | VNode)[];
}

function Step({ path, button, danger = false, fields, children }: StepProps): VNode {
  return (
    <PageForm class="card-body people-step" action={path}>
      <p>{children}</p>
      {fields}
      <button class={danger ? 'btn btn-danger' : 'btn'} type="submit">
        {button}
      </button>
    </PageForm>
  );
}
