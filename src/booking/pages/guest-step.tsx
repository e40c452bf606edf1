import type { VNode } from 'preact';
import { Select } from '../../platform/pages/form-parts.js';
import type { FormFaults } from '../../platform/pages/forms.js';
import type { BookingInput } from '../domain/booking-input.js';
import type { BookingView } from '../use-cases/look-at-booking.js';
import { LookAgain, Step } from './step.js';

interface GuestStepProps {
  number: number;
  input: BookingInput;
  view: BookingView;
  faults: FormFaults | null;
}

/** Which of its units a regional office arranges the visit for. */
export function GuestStep({ number, input, view, faults }: GuestStepProps): VNode {
  return (
    <Step
      number={number}
      id="tamu-utama"
      title="Tamu"
      lead="UPT di wilayah Anda yang akan berkunjung. Kantor lain diajak pada langkah Rombongan."
    >
      <Select
        name="tamu"
        label="UPT tamu"
        none="Pilih UPT"
        options={view.guestUnits.map(({ code, name }) => ({ value: code, name }))}
        value={view.guest?.code ?? input.guest}
        faults={faults}
      />
      <LookAgain value="tamu" step="tamu-utama">
        Pilih tamu
      </LookAgain>
    </Step>
  );
}
