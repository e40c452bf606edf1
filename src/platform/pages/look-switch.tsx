import type { VNode } from 'preact';
import { useContext } from 'preact/hooks';
import { Icon, type IconName } from './icon.js';
import { looks, SeenContext, type Look } from './look.js';
import { PageForm } from './page-form.js';

const faces: Record<Look, readonly [name: string, icon: IconName]> = {
  device: ['Otomatis', 'device'],
  light: ['Terang', 'sun'],
  dark: ['Gelap', 'moon'],
};

/** Chooses the look of all pages; leads back to the page it stands on, else to `elsewhere`. */
export function LookSwitch({ elsewhere }: { elsewhere: string }): VNode {
  const { look, here } = useContext(SeenContext);
  return (
    <PageForm action="/tampilan">
      <input type="hidden" name="kembali" value={here ?? elsewhere} />
      <div class="look-switch" role="group" aria-label="Tampilan">
        {looks.map((each) => (
          <button type="submit" name="tampilan" value={each} aria-pressed={each === look} key={each}>
            <Icon name={faces[each][1]} />
            {faces[each][0]}
          </button>
        ))}
      </div>
    </PageForm>
  );
}
