// A form with data-passkey asks the browser for a passkey and then sends itself with what the browser answered.
// Where there are no passkeys, or no script, the form stays hidden and the password does.

const ceremonies = {
  request: options => navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
  create: options => navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
};

const fetchOptions = async form => {
  const answer = await fetch(form.dataset.passkeyOptions, { method: 'POST', body: new FormData(form) });
  if (!answer.ok) throw new Error(`options: ${answer.status}`);
  return answer.json();
};

const complete = async form => {
  const credential = await ceremonies[form.dataset.passkey](await fetchOptions(form));
  form.elements.credential.value = JSON.stringify(credential);
  form.dataset.answered = 'yes';
  form.requestSubmit();
};

// A passkey belongs to a host name, never to a bare address.
const isNamed = !/^[\d.]+$|:/.test(location.hostname);
const supported = isNamed && 'PublicKeyCredential' in window && 'parseRequestOptionsFromJSON' in PublicKeyCredential;

export const offerPasskeys = root => {
  for (const form of supported ? root.querySelectorAll('form[data-passkey]:not([data-offered])') : []) {
    const problem = form.querySelector('[data-passkey-problem]');
    form.dataset.offered = 'yes';
    form.hidden = false;
    form.addEventListener('submit', event => {
      if (form.dataset.answered) return;
      event.preventDefault();
      problem.hidden = true;
      complete(form).catch(() => { problem.hidden = false; });
    });
  }
};

offerPasskeys(document);
