import { exportWords as words } from '../../../messages/sv/export.ts';
import { displayNameSql } from '../../people/index.ts';
import { unitIn } from '../scope.ts';
import { decimal, free, moment, plain, type Sheet, word } from '../sheet.ts';

const setBy = `people.person p on p.organiser_id = t.organiser_id and p.person_id = t.set_by`;

/** The school units. */
export const skolenheter: Sheet = {
  file: 'skolenheter',
  columns: [plain('Skolenhetskod', 'u.code'), free('Skolenhet', 'u.name')],
  from: (scope) =>
    `organisation.school_unit u where u.organiser_id = ${scope.organiser} and ${unitIn(scope, 'u.unit_id')}`,
  order: 'u.code',
};

/** School years and breaks; a break without a unit is every unit's. */
export const lasar: Sheet = {
  file: 'lasar',
  columns: [
    plain('Vad', 'd.what'),
    free('Namn', 'd.name'),
    plain('Skolenhetskod', 'u.code'),
    plain('Från', 'd.starts'),
    plain('Till', 'd.ends'),
  ],
  from: (scope) => `(
      select 'Läsår' as what, null as name, null::integer as unit_id, starts, ends from organisation.school_year
        where organiser_id = ${scope.organiser}
      union all select 'Lov', name, unit_id, starts, ends from organisation.school_break where organiser_id = ${scope.organiser}) d
    left join organisation.school_unit u on u.organiser_id = ${scope.organiser} and u.unit_id = d.unit_id
    where d.unit_id is null or ${unitIn(scope, 'd.unit_id')}`,
  order: 'd.starts, d.what, d.name, u.code',
};

/** The organiser's own limits of signals. */
export const gransvarden: Sheet = {
  file: 'gransvarden',
  columns: [
    plain('Signal', 't.signal'),
    plain('Gräns', 't.key'),
    decimal('Värde', 't.value'),
    plain('Gäller från', 't.starts'),
    free('Satt av', displayNameSql('p')),
    moment('Satt', 't.set_at'),
  ],
  from: ({ organiser }) => `signals.threshold t join ${setBy} where t.organiser_id = ${organiser}`,
  order: 't.signal, t.key, t.starts',
};

/** The organiser's own routines. */
export const rutiner: Sheet = {
  file: 'rutiner',
  columns: [
    free('Regel', 't.rule'),
    free('Rutin', 't.key'),
    free('Värde', 't.value'),
    plain('Gäller från', 't.starts'),
    free('Satt av', displayNameSql('p')),
    moment('Satt', 't.set_at'),
  ],
  from: ({ organiser }) => `rule_book.routine t join ${setBy} where t.organiser_id = ${organiser}`,
  order: 't.rule, t.key, t.starts',
};

/** What was read in, when and by whom. */
export const inlasningar: Sheet = {
  file: 'inlasningar',
  columns: [
    plain('Nummer', 't.run_id'),
    moment('Började', 't.started_at'),
    moment('Slutade', 't.finished_at'),
    free('Av', displayNameSql('p')),
    free('Filer', 't.source'),
    word('Läge', 't.state', words.runStates),
  ],
  from: ({ organiser }) => `imports.run t
    left join people.person p on p.organiser_id = t.organiser_id and p.person_id = t.started_by
    where t.organiser_id = ${organiser}`,
  order: 't.run_id',
};
