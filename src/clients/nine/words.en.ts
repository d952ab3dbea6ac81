import { source } from '../../words/words.ts';

export const en = source({
  managed: {
    title: 'Nine Work on managed Android devices',
    use: 'For the Exchange account. Copy the keys and values into the form that your device management has for Nine Work, or take the file as JSON data in Intune; put the name of your device management in AppServicePublisher. Compare AppUserEmail and AppServiceUsername with the form: no page of the maker that we have read names these two keys. Assign it to this person alone; the app asks for the password.',
  },
});
