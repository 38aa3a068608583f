import { Filter, Law, type Option, SelectField, TextField } from '../../../platform/web/components/index.ts';
import { number } from '../../../platform/web/format.ts';
import { ruleCards, signalIds } from '../../signals/index.ts';
import { shows } from '../queries/student-list-filter.ts';
import type { StudentListView } from '../queries/student-list-view.ts';
import { showWords } from '../words/list-words.ts';
import { sortFields } from './students-address.ts';

/**
 * The filter of Elever. It has no field for sensitive data and says so: searches that select persons by them are
 * forbidden (26 a kap. 4 § skollagen for independent organisers, 3 kap. 3 § lag 2018:218 for public ones).
 */
export function StudentsFilter({ filter, choices, counts }: StudentListView) {
  const { programmes, classes, mentors } = choices.within(filter.unit);
  return (
    <Filter
      action="/elever"
      label="Filtrera elever"
      sets={{
        name: 'visa',
        options: shows.map((value) => ({ value, label: showWords[value], count: counts.shows[value] })),
        chosen: filter.show,
        help: <NotSearched />,
      }}
    >
      <TextField name="namn" label="Namn" type="search" value={filter.name} autocomplete="off" />
      {choices.units.length > 1 && (
        <SelectField
          name="enhet"
          label="Skolenhet"
          options={options(
            'Alla skolenheter',
            choices.units.map(({ unitId, name }) => [unitId, name]),
          )}
          value={String(filter.unit ?? '')}
        />
      )}
      {programmes.length > 1 && (
        <SelectField
          name="program"
          label="Program"
          options={options(
            'Alla program',
            programmes.map(({ code, name }) => [code, name]),
          )}
          value={filter.programme ?? ''}
        />
      )}
      {classes.length > 1 && (
        <SelectField
          name="klass"
          label="Klass"
          options={options(
            `Alla ${number(classes.length)} klasser`,
            classes.map((name) => [name, name]),
          )}
          value={filter.className ?? ''}
        />
      )}
      {mentors.length > 1 && (
        <SelectField
          name="mentor"
          label="Mentor"
          options={options(
            'Alla mentorer',
            mentors.map(({ personId, name }) => [personId, name]),
          )}
          value={String(filter.mentor ?? '')}
        />
      )}
      <SelectField
        name="signal"
        label="Signal"
        options={options(
          'Alla, med och utan',
          signalIds.map((id) => [id, ruleCards[id].name]),
        )}
        value={filter.signal ?? ''}
      />
      {sortFields(filter).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
    </Filter>
  );
}

function NotSearched() {
  return (
    <>
      Elever med skyddade uppgifter hittas inte på namn. Hälsa, ursprung och modersmål går inte att söka på.{' '}
      <Law href="/sa-raknar-vi#anvands-aldrig">26 a kap. 4 § skollagen</Law>
    </>
  );
}

function options(all: string, values: readonly (readonly [string | number, string])[]): Option[] {
  return [{ value: '', label: all }, ...values.map(([value, label]) => ({ value: String(value), label }))];
}
