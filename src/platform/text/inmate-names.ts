/** What people who live in a unit are called, followed by what looks like a name. */
const inmateNamed =
  /\b(?:[Ww]arga [Bb]inaan(?: [Pp]emasyarakatan)?|WBP|[Nn]arapidana|[Nn]api|[Tt]ahanan|[Aa]nak [Bb]inaan|[Aa]ndikpas|[Kk]lien(?: [Pp]emasyarakatan)?)\b(?:,? (?:bernama|berinisial|atas nama|a\.n\.))?,? \(?(?!(?:Bapas|Rutan|Lapas|LPKA|LPAS|Rupbasan|Kanwil|Pemasyarakatan|Kelas|UPT|Kabupaten|Kota|Program|Umkm|UMKM|Indonesia)\b)\p{Lu}[\p{Ll}.]*/gu;

/** Where a text seems to name somebody who lives in a unit, `WBP Slamet`; none where it does not. */
export const namedInmates = (text: string): string[] => text.match(inmateNamed) ?? [];
