import type { VNode } from 'preact';
import { FIELD, pathOf, type Strokes } from '../domain/signature.js';

interface SignatureDrawingProps {
  strokes: Strokes | undefined;
  /** Whose it is. */
  name: string;
}

/** A signature as lines, dark on any paper; nothing of who has not signed. */
export function SignatureDrawing({ strokes, name }: SignatureDrawingProps): VNode | null {
  if (!strokes) return null;
  return (
    <svg
      class="signature-drawing"
      viewBox={`0 0 ${FIELD.width} ${FIELD.height}`}
      role="img"
      aria-label={`Tanda tangan ${name}`}
    >
      <path d={pathOf(strokes)} />
    </svg>
  );
}
