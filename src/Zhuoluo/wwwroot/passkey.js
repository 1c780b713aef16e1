// Passkeys (WebAuthn level 3). Without it the page shows the other ways only.
for (const box of document.querySelectorAll('[data-passkey]')) {
  if (!window.PublicKeyCredential?.parseRequestOptionsFromJSON) continue;
  box.hidden = false;
  const form = box.closest('form');
  const error = box.querySelector('[role=alert]');
  box.querySelector('button').addEventListener('click', async () => {
    error.hidden = true;
    try {
      const options = JSON.parse(box.dataset.options);
      const credential = box.dataset.passkey === 'get'
        ? await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
        : await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
      box.querySelector('[name="Passkey.Credential"]').value = JSON.stringify(credential.toJSON());
      // Other fields of the form may be empty: the passkey stands in their place.
      form.noValidate = true;
      form.action = box.dataset.action;
      form.submit();
    } catch {
      error.textContent = box.dataset.failed;
      error.hidden = false;
    }
  });
}
