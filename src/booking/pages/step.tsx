import { createContext, type ComponentChildren, type VNode } from 'preact';
import { useContext } from 'preact/hooks';
import type { FormFaults } from '../../platform/pages/forms.js';

/** The address of the form that is shown. */
export const BookingPath = createContext('/kunjungan/baru');

interface StepProps {
  number: number;
  id: string;
  title: string;
  lead?: ComponentChildren;
  children: ComponentChildren;
}

/** One step of the booking: a card with its number. */
export function Step({ number, id, title, lead, children }: StepProps): VNode {
  return (
    <section class="card booking-step" id={id} aria-labelledby={`${id}-judul`} tabIndex={-1}>
      <div class="card-header">
        <span class="booking-number" aria-hidden="true">
          {number}
        </span>
        <h2 class="card-title" id={`${id}-judul`}>
          {title}
        </h2>
      </div>
      <div class="card-body">
        {lead && <p class="text-secondary">{lead}</p>}
        {children}
      </div>
    </section>
  );
}

/** The fault of a choice among radio buttons, beside them. */
export function ChoiceFault({ name, faults }: { name: string; faults: FormFaults | null }): VNode | null {
  const fault = faults?.fields[name];
  return fault ? (
    <p class="invalid-feedback d-block" id={`${name}-fault`}>
      {fault}
    </p>
  ) : null;
}

/** Whether a group of radio buttons takes the focus: its fault is the page's first. */
export const isFirstFault = (name: string, faults: FormFaults | null): boolean =>
  faults !== null && Object.keys(faults.fields)[0] === name;

/** A button that works the form out anew and comes back to its step. */
export function LookAgain({
  value,
  step,
  id,
  children,
}: {
  value: string;
  step: string;
  /** Where it is replaced as the form is worked out: keeps the focus. */
  id?: string;
  children: ComponentChildren;
}): VNode {
  const path = useContext(BookingPath);
  return (
    <button
      class="btn"
      id={id}
      type="submit"
      name="langkah"
      value={value}
      formaction={`${path}#${step}`}
      data-look
    >
      {children}
    </button>
  );
}
