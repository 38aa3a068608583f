import { daysBetween, type LocalDate } from '../../../platform/local-date.ts';
import {
  Aside,
  Columns,
  LinkButton,
  Note,
  PageHead,
  Panel,
  Stack,
  Strengths,
  TimeLine,
} from '../../../platform/web/components/index.ts';
import { dayShort } from '../../../platform/web/format.ts';
import { StaffPage, type StaffPageProps } from '../../access/index.ts';
import { programmeName } from '../../organisation/index.ts';
import type { StudentFile } from '../queries/student-file.ts';
import { eventsOf } from '../words/events.ts';
import { strengthsOf } from '../words/strengths-of.ts';
import { AgreedPanel } from './agreed-panel.tsx';
import { AttendancePanel } from './attendance-panel.tsx';
import { ContactsPanel } from './contacts-panel.tsx';
import { FinalGradesPanel } from './final-grades-panel.tsx';
import { GradesPanel } from './grades-panel.tsx';
import { InsightPanel } from './insight-panel.tsx';
import { NowPanel } from './now-panel.tsx';
import { SignalsPanel } from './signals-panel.tsx';

/** The student's page: strengths, where in the chain, signals with evidence, attendance, grades; at the side what is agreed and who sees. */
export interface StudentPageProps {
  readonly frame: Omit<StaffPageProps, 'children' | 'title' | 'current'>;
  readonly file: StudentFile;
  readonly today: LocalDate;
  /** An answer to what was just done. */
  readonly answer?: string | undefined;
}

/** Elev. */
export function StudentPage(props: StudentPageProps) {
  const { frame, file, today } = props;
  const { card } = file;
  const current = isMine(props) ? '/mina-elever' : '/elever';
  return (
    <StaffPage {...frame} title={card.name} current={current}>
      <Head {...props} />
      {props.answer && (
        <Note tone="ok" icon="check" answer savedForm={`/elever/${card.studentId}/samtal`}>
          {props.answer}
        </Note>
      )}
      {card.protection !== 'none' && <ProtectedNote {...props} />}
      <Columns>
        <Stack>
          <StrengthsPanel file={file} />
          <NowPanel file={file} today={today} />
          <SignalsPanel file={file} today={today} reader={frame.actor.name} />
          <AttendancePanel file={file} today={today} />
          <GradesPanel file={file} />
          <FinalGradesPanel file={file} />
        </Stack>
        <Aside label="Kring eleven">
          <AgreedPanel file={file} today={today} />
          <EventsPanel file={file} today={today} />
          <ContactsPanel card={card} />
          <InsightPanel file={file} today={today} />
        </Aside>
      </Columns>
    </StaffPage>
  );
}

function isMine({ frame, file }: StudentPageProps): boolean {
  return file.card.mentors.some((mentor) => mentor.personId === frame.actor.personId);
}

function Head(props: StudentPageProps) {
  const { file } = props;
  const { card } = file;
  const id = card.studentId;
  const mine = isMine(props);
  return (
    <PageHead
      title={card.name}
      breadcrumb={[
        mine ? { href: '/mina-elever', label: 'Mina elever' } : { href: '/elever', label: 'Elever' },
      ]}
      meta={factsOf(file)}
      actions={
        <>
          {file.may.raiseConcern && (
            <LinkButton kind="2" icon="flag" href={`/elever/${id}/oro`}>
              Lyft en oro
            </LinkButton>
          )}
          {file.may.recordTalk && (
            <LinkButton icon="chat" href={`/elever/${id}/samtal`}>
              Logga samtal
            </LinkButton>
          )}
        </>
      }
    />
  );
}

function factsOf({ card }: StudentFile): string[] {
  const year = card.yearOfStudy ? `, årskurs ${card.yearOfStudy}` : '';
  const programme = card.programmeCode ? (programmeName(card.programmeCode) ?? card.programmeCode) : null;
  return [
    card.className ? `${card.className}${year}` : null,
    card.age === null ? null : `${card.age} år`,
    card.mentors.length > 0
      ? `Mentor ${card.mentors.map((mentor) => mentor.name).join(', ')}`
      : 'Ingen mentor är angiven',
    programme,
    card.unitName,
  ].filter((fact) => fact !== null);
}

function ProtectedNote({ file }: StudentPageProps) {
  return (
    <Note icon="lock">
      <p>
        <b>Eleven har skyddade personuppgifter.</b> Namn, adress och vårdnadshavare visas inte här, inte i
        listor och inte i filer. Skriv inget i fritext som kan röja vem eleven är eller var hen finns.
      </p>
      {file.may.openIdentity && (
        <p>
          <a class="ff-link" href={`/elever/${file.card.studentId}/skyddade-uppgifter`}>
            Öppna identiteten, med skäl
          </a>
        </p>
      )}
    </Note>
  );
}

function StrengthsPanel({ file }: { file: StudentFile }) {
  const facts = strengthsOf(file);
  return (
    <Panel id="styrkor" title="Det som fungerar" aside="Börja samtalet här">
      {facts.length > 0 ? (
        <Strengths facts={facts} />
      ) : (
        <p class="ff-soft">
          Vi har ingen uppgift om styrkor än. Fråga eleven vad som fungerar, och vem hen gärna pratar med.
        </p>
      )}
    </Panel>
  );
}

const shownEvents = 8;

function EventsPanel({ file, today }: { file: StudentFile; today: LocalDate }) {
  const events = eventsOf(file).map(({ day, what, detail }) => ({
    day,
    shown: dayShort(day, daysBetween(day, today) > 183 ? today : undefined),
    what,
    detail,
  }));
  return (
    <Panel id="tid" title="Händelser">
      {events.length === 0 ? (
        <p class="ff-soft">Inget är antecknat än.</p>
      ) : (
        <TimeLine events={events.slice(0, shownEvents)} />
      )}
      {events.length > shownEvents && (
        <details class="ff-plain">
          <summary>Visa {events.length - shownEvents} äldre</summary>
          <TimeLine events={events.slice(shownEvents)} />
        </details>
      )}
    </Panel>
  );
}
