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
  const unitFirst = choices.units.length > 1 && filter.unit === null;
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
      <Select
        name="enhet"
        label="Skolenhet"
        all="Alla skolenheter"
        choices={choices.units.map(({ unitId, name }) => [unitId, name])}
        chosen={filter.unit}
      />
      <Select
        name="program"
        label="Program"
        all="Alla program"
        choices={programmes.map(({ name }) => [name, name])}
        chosen={filter.programme}
      />
      <Select
        name="klass"
        label="Klass"
        all={`Alla ${number(classes.length)} klasser`}
        choices={classes.map((name) => [name, name])}
        chosen={filter.className}
        unitFirst={unitFirst}
      />
      <Select
        name="mentor"
        label="Mentor"
        all="Alla mentorer"
        choices={mentors.map(({ personId, name }) => [personId, name])}
        chosen={filter.mentor}
        unitFirst={unitFirst}
      />
      <Select
        name="signal"
        label="Signal"
        all="Alla, med och utan"
        choices={signalIds.map((id) => [id, ruleCards[id].name])}
        chosen={filter.signal}
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

interface SelectProps {
  readonly name: string;
  readonly label: string;
  /** What choosing nothing means. */
  readonly all: string;
  readonly choices: readonly (readonly [value: string | number, label: string])[];
  readonly chosen: string | number | null;
  /** A long list waits until a unit is chosen. */
  readonly unitFirst?: boolean;
}

/** More than anybody leafs through, and half of what the page would weigh. */
const longest = 120;

/** Nothing when there is only one to choose. */
function Select({ name, label, all, choices, chosen, unitFirst }: SelectProps) {
  if (choices.length < 2) return null;
  const waits = unitFirst === true && choices.length > longest;
  const offered = waits ? choices.filter(([value]) => value === chosen) : choices;
  const options: Option[] = [
    { value: '', label: waits ? 'Välj skolenhet först' : all },
    ...offered.map(([value, label]) => ({ value: String(value), label })),
  ];
  return <SelectField name={name} label={label} options={options} value={String(chosen ?? '')} />;
}
