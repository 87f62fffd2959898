// Prints {"given":[…],"family":[…]}: the names of the languages most common in Norway, as @faker-js/faker
// (MIT) has them. Cyrillic is written as Norwegian and English papers write it.
import { allLocales } from '@faker-js/faker';

const GIVEN = ['nb_NO', 'sv', 'da', 'fi', 'en', 'de', 'pl', 'lv', 'tr', 'vi', 'ku_kmr_latin', 'uk', 'en_IN',
  'sr_RS_latin', 'hr', 'fr_SN', 'es', 'id_ID'];
const FAMILY = ['nb_NO', 'sv', 'da', 'fi', 'en', 'en_AU', 'pl', 'lv', 'tr', 'vi', 'ku_kmr_latin', 'uk', 'en_IN', 'fr_SN'];
const CYRILLIC = { а: 'a', б: 'b', в: 'v', г: 'h', ґ: 'g', д: 'd', е: 'e', є: 'ie', ж: 'zh', з: 'z', и: 'y', і: 'i', ї: 'i', й: 'i', к: 'k',
  л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch', ш: 'sh', щ: 'shch', ь: '',
  ю: 'iu', я: 'ia', 'ʼ': '', '’': '', "'": '' };

const latin = (name) => /\p{Script=Cyrillic}/u.test(name) ? [...name.toLowerCase()].map((c) => CYRILLIC[c] ?? c).join('') : name;
const listed = (part) => typeof part === 'string' ? [part] : Object.values(part ?? {}).flatMap(listed);
const all = (locales, part) => [...new Set(locales.flatMap((locale) => {
  const names = allLocales[locale]?.person?.[part];
  if (!names) throw new Error(`@faker-js/faker has no ${part} for ${locale}`);
  return listed(names).map(latin).flatMap((name) => name.split(/[\s-]+/));
}))];

process.stdout.write(JSON.stringify({ given: all(GIVEN, 'first_name'), family: all(FAMILY, 'last_name') }));
