import {
  free,
  impersonal,
  personal,
  words,
  type PersonalTables,
} from '../../platform/database/personal-columns.js';

const place = 'codes, names and kinds of offices, which are no persons';
const rule = 'codes of offices and rules of how they receive guests';

export const unitsPersonal: PersonalTables = {
  closed_day: personal({ columns: { ...free(rule, 'unit'), ...words('reason') } }),
  holiday: impersonal('holidays of the nation', 'name', 'kind'),
  hosted_visits: impersonal('counts by office and program', 'host_unit', 'program'),
  hosting_kind: impersonal(rule, 'unit', 'kind'),
  hosting_kind_window: impersonal(rule, 'unit', 'kind'),
  hosting_period: personal({ columns: { ...free(rule, 'unit'), ...words('name') } }),
  hosting_policy: personal({
    columns: { ...free(rule, 'unit'), ...words('identity_rule', 'phone_rule', 'camera_rule') },
  }),
  hosting_window: impersonal(rule, 'unit'),
  merged_organisation: personal({
    columns: { ...free(place, 'code', 'name', 'became'), ...words('merged_by_name') },
  }),
  partner_name: impersonal(place, 'key', 'partner'),
  program: impersonal('programs of the ministry', 'code', 'framework', 'title'),
  regional_office: impersonal(place, 'code', 'name', 'short_name', 'region', 'seat', 'time_zone', 'email'),
  unit: personal({
    columns: {
      ...free(place, 'code', 'name', 'type', 'subtype', 'class', 'place', 'regional_office', 'time_zone'),
      ...free(place, 'area_group', 'aliases', 'kind', 'successor', 'heir', 'postcode', 'web_page'),
      ...free(
        'how an office is reached, which its officers write down and change',
        'email',
        'phone',
        'address',
      ),
    },
  }),
  unit_name: impersonal(place, 'unit', 'name', 'type', 'class'),
  unit_type: impersonal(place, 'code', 'name', 'head'),
};
