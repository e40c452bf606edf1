/** What takes part in visits: a corrections unit, a regional office itself, a directorate of the centre, somebody outside. */
export const organisationKinds = ['upt', 'kanwil', 'directorate', 'partner'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

interface KindTraits {
  /** Receives guests, and so has hosting rules. */
  mayHost: boolean;
  /** Asks for visits; what may not lead comes along with another. */
  mayLead: boolean;
  /** Has people with accounts of its own. */
  hasAccounts: boolean;
  /** Is counted in a region of Sinergi. */
  ofRegion: boolean;
  /** Its rows are written by administrators; the others come from reference data or from a visit's form. */
  isKept: boolean;
  /** Says its name, place and mail address itself; a Kanwil's are those of its regional office. */
  namesItself: boolean;
}

const traits = {
  upt: { mayHost: true, mayLead: true, hasAccounts: true, ofRegion: true, isKept: false, namesItself: true },
  kanwil: {
    ...{ mayHost: true, mayLead: true, hasAccounts: false, ofRegion: true },
    ...{ isKept: false, namesItself: false },
  },
  directorate: {
    ...{ mayHost: true, mayLead: true, hasAccounts: true, ofRegion: false },
    ...{ isKept: true, namesItself: true },
  },
  partner: {
    ...{ mayHost: false, mayLead: false, hasAccounts: false, ofRegion: false },
    ...{ isKept: true, namesItself: true },
  },
} as const satisfies Record<OrganisationKind, KindTraits>;

export const isOrganisationKind = (text: string): text is OrganisationKind =>
  organisationKinds.some((kind) => kind === text);

/** The kinds that have a trait; a statement takes them as a parameter. */
export const kindsWith = (trait: keyof KindTraits): OrganisationKind[] =>
  organisationKinds.filter((kind) => traits[kind][trait]);

export const kindWords: Readonly<Record<OrganisationKind, string>> = {
  upt: 'UPT',
  kanwil: 'Kantor Wilayah',
  directorate: 'Direktorat',
  partner: 'Mitra luar',
};
