// Calendars on standard input, as a JSON list of texts; what ical.js and node-ical read in them, on standard output.
import ICAL from 'ical.js';
import ical from 'node-ical';
import { readFileSync } from 'node:fs';

const instant = (time) => time && (time.isDate ? time.toString() : new Date(time.toUnixTime() * 1000).toISOString());

function icalJs(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  for (const zone of calendar.getAllSubcomponents('vtimezone')) {
    ICAL.TimezoneService.register(zone.getFirstPropertyValue('tzid'), new ICAL.Timezone(zone));
  }
  const found = calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const end = component.hasProperty('dtend') ? instant(event.endDate) : null;
    return [event.summary, instant(event.startDate), end];
  });
  ICAL.TimezoneService.reset();
  return found;
}

function nodeIcal(text) {
  const parts = Object.values(ical.sync.parseICS(text)).filter((one) => one.type === 'VEVENT');
  const words = (one) => (typeof one === 'object' ? one.val : one);
  return parts.map((one) => [words(one.summary), one.datetype === 'date' ? 'date' : one.start.toISOString()]);
}

const texts = JSON.parse(readFileSync(0, 'utf8'));
process.stdout.write(JSON.stringify(texts.map((text) => ({ icalJs: icalJs(text), nodeIcal: nodeIcal(text) }))));
